/** The heads of the lifelines, with power buttons and memory shelves. */
import { ArrowLeftRight, Power, User } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode, type Ref, useCallback } from 'react';
import type { Chip as ChipModel, Group, Head as HeadModel, SequenceDiagram } from '../../diagram/model.ts';
import { useMoving } from '../motion/motion-context.ts';
import { below, useOperate } from '../operate/operate-context.ts';
import { usePlayer, usePlayerStore, useShown, useSide } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './heads.module.css';
import { useArrival } from './use-arrival.ts';

interface HeadsProps {
  readonly ref: Ref<HTMLDivElement>;
  /** That of the diagram; undefined until it is known. */
  readonly width: number | undefined;
}

export const Heads = memo(function Heads({ ref, width }: HeadsProps) {
  const diagram = useShown((shown) => shown.recording.diagram);
  const step = useShown((shown) => shown.step);
  const isMoving = useShown((shown) => shown.isMoving);
  const heads = diagram.headsAt(step);
  const select = useSelectMemory();
  const before = isMoving && step > 0 ? diagram.headsAt(step - 1) : heads;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the menu at each name leads to the same.
    <div
      className={styles.heads}
      style={{ width }}
      ref={ref}
      data-heads
      data-grouped={diagram.groups.some(({ name }) => name !== '') || undefined}
      onClick={select}
    >
      {diagram.groups.map((group) => (
        <GroupTitle key={group.participants[0]} group={group} participants={diagram.participants} />
      ))}
      {heads.map((head, index) => (
        <Head key={head.participant.id} head={head} chipsBefore={before[index]?.chips ?? []} />
      ))}
    </div>
  );
});

interface HeadProps {
  readonly head: HeadModel;
  /** Those on the shelf before the present step: what differs is what moves. */
  readonly chipsBefore: readonly ChipModel[];
}

/** The diagram makes heads anew for each step; most of them say the same as before. */
function saysTheSame(one: HeadProps, other: HeadProps): boolean {
  const [a, b] = [one.head, other.head];
  return (
    a.participant === b.participant &&
    a.isUp === b.isUp &&
    a.isThere === b.isThere &&
    a.hasPower === b.hasPower &&
    a.activity === b.activity &&
    a.remark === b.remark &&
    a.bytes === b.bytes &&
    areSame(a.chips, b.chips) &&
    areSame(one.chipsBefore, other.chipsBefore)
  );
}

function areSame(some: readonly ChipModel[], others: readonly ChipModel[]): boolean {
  return some.length === others.length && some.every((chip, index) => isSame(chip, others[index]));
}

const Head = memo(function Head({ head, chipsBefore }: HeadProps) {
  const { participant, isUp, isThere, hasPower, activity, chips, remark, bytes } = head;
  const text = useText();
  // A command concerns both sides, so its button stands on one.
  const side = useSide();
  const shelf = `shelf-${participant.id}`;
  return (
    <div
      className={styles.head}
      data-up={isUp}
      data-there={isThere}
      data-activity={activity}
      data-participant={participant.id}
    >
      <div className={styles.title}>
        {participant.drawn?.sign ? <Sign {...participant.drawn.sign} /> : roleIcons[participant.role]}
        {side === 'own' && !isDrawn(participant) && participant.folded === undefined ? (
          <MenuButton id={participant.id} name={participant.name} />
        ) : (
          <span className={styles.name}>{participant.name}</span>
        )}
        {hasPower && side === 'own' && (
          <PowerButton id={participant.id} name={participant.name} isUp={isUp} />
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a shelf is a named group of things, not of form fields. */}
      <div className={styles.shelf} role="group" aria-label={text.memoryOf(participant.name)} id={shelf}>
        {chips.length > 0 && (
          <ul className={styles.chips}>
            {chips.map((chip) => (
              <Chip key={chip.id} {...chip} moves={!chipsBefore.some((each) => isSame(each, chip))} />
            ))}
          </ul>
        )}
        {remark !== null && <span className={styles.remark}>{remark}</span>}
        {bytes > 0 && <span className={styles.bytes}>{text.bytes(bytes)}</span>}
      </div>
    </div>
  );
}, saysTheSame);

/** The same element each time: React then does not look into it again. */
const roleIcons: Partial<Record<HeadModel['participant']['role'], ReactNode>> = {
  client: <User className={styles.icon} aria-hidden="true" />,
  person: <User className={styles.icon} aria-hidden="true" />,
  'load-balancer': <ArrowLeftRight className={styles.icon} aria-hidden="true" />,
};

/** What somebody's own drawing says that a participant is. */
function Sign({ path, name }: { readonly path: string; readonly name: string }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" role="img" aria-label={name} data-sign>
      <title>{name}</title>
      <path d={path} />
    </svg>
  );
}

interface GroupTitleProps {
  readonly group: Group;
  readonly participants: SequenceDiagram['participants'];
}

/** The upper end of the box around some lifelines. */
function GroupTitle({ group: { participants: ends, name, tint }, participants }: GroupTitleProps) {
  const [first = 0, last = 0] = ends.map((end) => participants.findIndex(({ id }) => id === end));
  const percent = 100 / participants.length;
  const style = {
    insetInline: `calc(${first * percent}% + 0.15em) calc(${100 - (last + 1) * percent}% + 0.15em)`,
    '--tint': tint,
  };
  return (
    <div className={styles.group} style={style} title={name} data-group>
      {name}
    </div>
  );
}

/** What was hit on a shelf is looked at: a chip, or all that the node remembers. */
function useSelectMemory() {
  const player = usePlayerStore();
  const side = useSide();
  return useCallback(
    ({ target }: MouseEvent) => {
      const hit = target instanceof Element ? target : null;
      const node = hit?.closest('[data-participant]')?.getAttribute('data-participant');
      const { rival, dispatch, ...own } = player.getState();
      const { recording, step } = side === 'rival' && rival !== null ? rival : own;
      if (!node || hit?.closest('[role=group]') == null || recording.run === null) return;
      // What one item has become may be several chips, which are numbered.
      const key = hit.closest('[data-chip]')?.getAttribute('data-chip')?.replace(/ \d+$/, '');
      const { memory, lost = [] } = recording.run.states[step]?.snapshot.get(node) ?? {};
      const isItem = [...(memory ?? []), ...lost].some((each) => each.key === key);
      dispatch({
        kind: 'select',
        selection:
          key !== undefined && isItem ? { side, kind: 'item', node, key } : { side, kind: 'node', node },
      });
    },
    [player, side],
  );
}

/** In somebody's drawing nobody can be told to do anything. */
function isDrawn({ role }: HeadModel['participant']): boolean {
  return role === 'person' || role === 'thing';
}

/** The name itself opens what can be done to this node: a head has little room. */
const MenuButton = memo(function MenuButton({ id, name }: { readonly id: string; readonly name: string }) {
  const text = useText();
  const open = useOperate();
  return (
    <button
      type="button"
      className={`${styles.name} ${styles.menu}`}
      aria-label={text.operateNode(name)}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => open({ node: id, at: below(currentTarget) })}
    >
      {name}
    </button>
  );
});

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

function isSame(one: ChipModel, other: ChipModel | undefined): boolean {
  return one.id === other?.id && one.kind === other.kind && one.text === other.text;
}

interface ChipProps extends ChipModel {
  /** Whether the present step brings it about. */
  readonly moves: boolean;
}

/** A chip is written when its message has arrived; when its memory is lost it breaks in two. */
const Chip = memo(function Chip({ id, text, kind, moves }: ChipProps) {
  const { lost } = useText();
  if (kind === 'lost') {
    return (
      <li className={styles.chip} data-kind={kind} data-chip={id}>
        <s className={styles.whole}>{text}</s>
        <span className="visually-hidden">, {lost}</span>
        <Shard side="left" text={text} breaks={moves} />
        <Shard side="right" text={text} breaks={moves} />
      </li>
    );
  }
  const words = <span className={styles.whole}>{text}</span>;
  // A motion that is cut short is drawn anew, finished: framer-motion would play it to its end.
  return moves ? (
    <WrittenChip id={id} kind={kind}>
      {words}
    </WrittenChip>
  ) : (
    <li className={styles.chip} data-kind={kind} data-chip={id}>
      {words}
    </li>
  );
});

interface WrittenChipProps extends Pick<ChipModel, 'id' | 'kind'> {
  readonly children: ReactNode;
}

function WrittenChip({ id, kind, children }: WrittenChipProps) {
  const { Item } = useMoving();
  const { delay, duration } = useArrival();
  return (
    <Item
      className={styles.chip}
      data-kind={kind}
      data-chip={id}
      initial={{ opacity: 0, scale: 0.6, y: -10 }}
      animate={{ opacity: 1, scale: 1, y: 0, transition: { delay, duration } }}
    >
      {children}
    </Item>
  );
}

interface ShardProps {
  readonly side: 'left' | 'right';
  readonly text: string;
  readonly breaks: boolean;
}

/** Where a shard has come to lie: stage and style sheet agree on it. */
const fallen = {
  left: { x: -3, y: -1, rotate: -4 },
  right: { x: 3, y: 3, rotate: 4 },
} as const;

function Shard({ side, text, breaks }: ShardProps) {
  return breaks ? (
    <BreakingShard side={side} text={text} />
  ) : (
    <span className={styles.shard} data-side={side} data-fallen aria-hidden="true">
      {text}
    </span>
  );
}

function BreakingShard({ side, text }: Omit<ShardProps, 'breaks'>) {
  const { Inline } = useMoving();
  const { duration } = useArrival();
  return (
    <Inline
      className={styles.shard}
      data-side={side}
      aria-hidden="true"
      initial={{ x: 0, y: 0, rotate: 0 }}
      animate={fallen[side]}
      transition={{ duration: 2 * duration, type: 'spring', bounce: 0.5 }}
    >
      {text}
    </Inline>
  );
}
