/** The heads of the lifelines, with power buttons and memory memories. */
import { ArrowLeftRight, Power, User } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode, type Ref, useCallback } from 'react';
import type { Chip as ChipModel, Group, Head as HeadModel, SequenceDiagram } from '../../sequence/model.ts';
import { below, useOperate } from '../operate-context.ts';
import { usePlayer, usePlayerStore, useShown, useSide } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { Chip } from './chip.tsx';
import styles from './heads.module.css';

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
  /** Those on the memory before the present step: what differs is what moves. */
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

function isSame(one: ChipModel, other: ChipModel | undefined): boolean {
  return one.id === other?.id && one.kind === other.kind && one.text === other.text;
}

const Head = memo(function Head({ head, chipsBefore }: HeadProps) {
  const { participant, isUp, isThere, hasPower, activity, chips, remark, bytes } = head;
  const text = useText();
  // A command concerns both sides, so its button stands on one.
  const side = useSide();
  const memory = `memory-${participant.id}`;
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
        {/* In somebody's imported nobody can be told to do anything. */}
        {side === 'own' && participant.drawn === undefined && participant.folded === undefined ? (
          <MenuButton id={participant.id} name={participant.name} />
        ) : (
          <span className={styles.name}>{participant.name}</span>
        )}
        {hasPower && side === 'own' && (
          <PowerButton id={participant.id} name={participant.name} isUp={isUp} />
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a memory is a named group of things, not of form fields. */}
      <div className={styles.memory} role="group" aria-label={text.memoryOf(participant.name)} id={memory}>
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

/** What somebody's own imported says that a participant is. */
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

/** What was hit on a memory is looked at: a chip, or all that the node remembers. */
function useSelectMemory() {
  const player = usePlayerStore();
  const side = useSide();
  return useCallback(
    ({ target }: MouseEvent) => {
      const hit = target instanceof Element ? target : null;
      const node = hit?.closest('[data-participant]')?.getAttribute('data-participant');
      const { comparison, dispatch, ...own } = player.getState();
      const { recording, step } = side === 'comparison' && comparison !== null ? comparison : own;
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
