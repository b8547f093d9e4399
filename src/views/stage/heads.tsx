/** The heads of the lifelines, with power buttons and memory shelves. */
import { AnimatePresence } from 'framer-motion';
import * as m from 'framer-motion/m';
import { ArrowLeftRight, Power, User } from 'lucide-react';
import { memo } from 'react';
import type { Chip as ChipModel, Head as HeadModel } from '../../diagram/model.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './heads.module.css';
import { useArrival } from './use-arrival.ts';

export function Heads({ width }: { readonly width: number }) {
  const heads = usePlayer((player) => player.recording.diagram).headsAt(usePlayer((player) => player.step));
  return (
    <div className={styles.heads} style={{ width }} data-heads>
      {heads.map((head) => (
        <Head key={head.participant.id} head={head} />
      ))}
    </div>
  );
}

function Head({ head }: { readonly head: HeadModel }) {
  const { participant, isUp, activity, chips, remark, bytes } = head;
  const text = useText();
  const shelf = `shelf-${participant.id}`;
  return (
    <div className={styles.head} data-up={isUp} data-activity={activity} data-participant={participant.id}>
      <div className={styles.title}>
        <RoleIcon role={participant.role} />
        <span className={styles.name}>{participant.name}</span>
        {participant.role === 'server' && (
          <PowerButton id={participant.id} name={participant.name} isUp={isUp} />
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a shelf is a named group of things, not of form fields. */}
      <div className={styles.shelf} role="group" aria-label={text.memoryOf(participant.name)} id={shelf}>
        {chips.length > 0 && (
          <ul className={styles.chips}>
            <AnimatePresence initial={false} mode="popLayout">
              {chips.map((chip) => (
                <Chip key={chip.id} chip={chip} />
              ))}
            </AnimatePresence>
          </ul>
        )}
        {remark !== null && <span className={styles.remark}>{remark}</span>}
        {bytes > 0 && <span className={styles.bytes}>{text.bytes(bytes)}</span>}
      </div>
    </div>
  );
}

function RoleIcon({ role }: { readonly role: HeadModel['participant']['role'] }) {
  if (role === 'client') return <User className={styles.icon} aria-hidden="true" />;
  if (role === 'load-balancer') return <ArrowLeftRight className={styles.icon} aria-hidden="true" />;
  return null;
}

const PowerButton = memo(function PowerButton(props: {
  readonly id: string;
  readonly name: string;
  readonly isUp: boolean;
}) {
  const { id, name, isUp } = props;
  const text = useText();
  const dispatch = usePlayer((player) => player.dispatch);
  const label = isUp ? text.crash(name) : text.restart(name);
  return (
    <button
      type="button"
      className={styles.power}
      aria-label={label}
      title={label}
      onClick={() => dispatch({ kind: isUp ? 'crash' : 'restart', node: id })}
    >
      <Power aria-hidden="true" />
    </button>
  );
});

/** A chip is written when its message has arrived; when its memory is lost it breaks in two. */
const Chip = memo(function Chip({ chip }: { readonly chip: ChipModel }) {
  const { delay, duration } = useArrival();
  const { text, kind } = chip;
  return (
    <m.li
      className={styles.chip}
      data-kind={kind}
      initial={duration === 0 ? false : { opacity: 0, scale: 0.6, y: -10 }}
      animate={{ opacity: 1, scale: 1, y: 0, transition: { delay, duration } }}
      exit={{ opacity: 0, scale: 0.8, transition: { duration: duration / 2 } }}
    >
      <span className={styles.whole}>{text}</span>
      {kind === 'lost' && (
        <>
          <Shard side="left" text={text} />
          <Shard side="right" text={text} />
        </>
      )}
    </m.li>
  );
});

function Shard({ side, text }: { readonly side: 'left' | 'right'; readonly text: string }) {
  const { duration } = useArrival();
  const direction = side === 'left' ? -1 : 1;
  return (
    <m.span
      className={styles.shard}
      data-side={side}
      aria-hidden="true"
      initial={duration === 0 ? false : { x: 0, y: 0, rotate: 0 }}
      animate={{ x: direction * 3, y: side === 'left' ? -1 : 3, rotate: direction * 4 }}
      transition={{ duration, type: 'spring', bounce: 0.5 }}
    >
      {text}
    </m.span>
  );
}
