/** The heads of the lifelines, with power buttons and memories. */
import { Power } from 'lucide-react';
import { type MouseEvent, memo, type Ref, useCallback } from 'react';
import { isPending } from '../../player/pending-run.ts';
import { edgesOfGroup } from '../../sequence/geometry/enclosures.ts';
import { stateOf } from '../../sequence/geometry/head-state.ts';
import { ICON_GRID, iconOf } from '../../sequence/geometry/icons.ts';
import type { Layout } from '../../sequence/layout-model.ts';
import { minWidthInCss } from '../../sequence/layout-rows.ts';
import type {
  Chip as ChipModel,
  Group,
  Head as HeadModel,
  Participant,
  SequenceDiagram,
} from '../../sequence/model.ts';
import { breakable } from '../../ui/breakable.tsx';
import { preload } from '../../ui/use-loaded.ts';
import { below, useOperate } from '../operate-context.ts';
import { usePlayer, usePlayerStore, useShown, useSide } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import { usePhrasebookLoader } from '../with-phrasebook.tsx';
import { Chip } from './chip.tsx';
import styles from './heads.module.css';

interface HeadsProps {
  readonly ref: Ref<HTMLDivElement>;
  /** Null until it's known. */
  readonly layout: Pick<Layout, 'columns' | 'halves' | 'metrics'> | null;
}

export const Heads = memo(function Heads({ ref, layout }: HeadsProps) {
  const diagram = useShown((shown) => shown.recording.diagram);
  const step = useShown((shown) => shown.step);
  const isMoving = useShown((shown) => shown.isMoving);
  const heads = diagram.headsAt(step);
  const select = useSelectMemory();
  const isDrawn = diagram.imported !== undefined;
  const before = isMoving && step > 0 ? diagram.headsAt(step - 1) : heads;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the menu at each name leads to the same.
    <div
      className={styles.heads}
      // The layout's width. A narrow stage scrolls sideways from the first paint on.
      style={
        layout === null
          ? { minWidth: minWidthInCss(diagram.participants.length, 'var(--stage-em)') }
          : { width: layout.metrics.width, ...(isDrawn && { gridTemplateColumns: columnsInCss(layout) }) }
      }
      data-drawn={isDrawn || undefined}
      ref={ref}
      data-heads
      data-grouped={diagram.groups.some(({ name }) => name !== '') || undefined}
      onClick={select}
    >
      {diagram.groups.map((group) => (
        <GroupTitle
          key={group.participants[0]}
          group={group}
          participants={diagram.participants}
          layout={isDrawn ? layout : null}
        />
      ))}
      {heads.map((head, index) => (
        <Head
          key={head.participant.id}
          head={head}
          chipsBefore={before[index]?.chips ?? []}
          column={isDrawn ? 2 * index + 2 : undefined}
        />
      ))}
    </div>
  );
});

/** A head's column, and the gap before it. */
function columnsInCss({ columns, halves }: Pick<Layout, 'columns' | 'halves'>): string {
  let end = 0;
  return [...columns]
    .map(([id, x]) => {
      const half = halves.get(id) ?? 0;
      const gap = Math.max(0, x - half - end);
      end = x + half;
      return `${gap}px ${2 * half}px`;
    })
    .join(' ');
}

interface HeadProps {
  readonly head: HeadModel;
  /** Chips before the present step. Differences are animated. */
  readonly chipsBefore: readonly ChipModel[];
  /** Of an imported diagram: its column in the grid, in which gaps are columns as well. */
  readonly column?: number | undefined;
}

/** The diagram creates heads for each step, but most of them are equal to the previous ones. */
function saysTheSame(one: HeadProps, other: HeadProps): boolean {
  const [a, b] = [one.head, other.head];
  return (
    a.participant === b.participant &&
    a.isUp === b.isUp &&
    a.isFrozen === b.isFrozen &&
    a.isThere === b.isThere &&
    a.hasPower === b.hasPower &&
    a.activity === b.activity &&
    a.emphasis === b.emphasis &&
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

const Head = memo(function Head({ head, chipsBefore, column }: HeadProps) {
  const { participant, isUp, hasPower, chips, remark, bytes } = head;
  const text = useStageText();
  // A command applies to both sides, so its button stands on one.
  const side = useSide();
  const memory = `memory-${participant.id}`;
  return (
    <div
      className={styles.head}
      style={column === undefined ? undefined : { gridColumn: column }}
      data-state={stateOf(head)}
      data-participant={participant.id}
    >
      <div className={styles.title}>
        <Icon participant={participant} />
        {side === 'own' && participant.folded === undefined ? (
          <MenuButton id={participant.id} name={participant.name} isDrawn={participant.drawn !== undefined} />
        ) : (
          <span className={styles.name}>{participant.name}</span>
        )}
        {hasPower && side === 'own' && (
          <PowerButton id={participant.id} name={participant.name} isUp={isUp} />
        )}
      </div>
      {participant.drawn === undefined ? (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a memory is a named group of things, not of form fields. */}
          <div
            className={styles.memory}
            role="group"
            aria-label={text.memoryOf(participant.name)}
            id={memory}
          >
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
        </>
      ) : (
        remark !== null && <p className={styles.drawnRemark}>{remark}</p>
      )}
    </div>
  );
}, saysTheSame);

/** A cluster's roles are in the names as well, so that only an imported diagram's icon needs words. */
function Icon({ participant }: { readonly participant: Participant }) {
  const path = iconOf(participant);
  if (path === null) return null;
  const name = participant.drawn?.sign?.name;
  const viewBox = `0 0 ${ICON_GRID} ${ICON_GRID}`;
  return name === undefined ? (
    <svg className={styles.icon} viewBox={viewBox} aria-hidden="true">
      <path d={path} />
    </svg>
  ) : (
    <svg className={styles.icon} viewBox={viewBox} role="img" aria-label={name}>
      <title>{name}</title>
      <path d={path} />
    </svg>
  );
}

interface GroupTitleProps {
  readonly group: Group;
  readonly participants: SequenceDiagram['participants'];
  /** For columns of different widths; null for equal ones. */
  readonly layout: HeadsProps['layout'];
}

/** Upper end of the box around some lifelines. */
function GroupTitle({ group, participants, layout }: GroupTitleProps) {
  const { participants: ends, name, tint } = group;
  const [first = 0, last = 0] = ends.map((end) => participants.findIndex(({ id }) => id === end));
  const percent = 100 / participants.length;
  const edges = layout === null ? null : edgesOfGroup(group, layout);
  const style = {
    insetInline:
      edges !== null && layout !== null
        ? `${edges.left}px ${layout.metrics.width - edges.right}px`
        : `calc(${first * percent}% + var(--group-gap)) calc(${100 - (last + 1) * percent}% + var(--group-gap))`,
    '--tint': tint,
  };
  return (
    <div className={styles.group} style={style} title={name} data-group>
      {name}
    </div>
  );
}

/** Selects what was clicked in a memory: a chip, or the node with everything that it remembers. */
function useSelectMemory() {
  const player = usePlayerStore();
  const side = useSide();
  const load = usePhrasebookLoader();
  return useCallback(
    async ({ target }: MouseEvent) => {
      const hit = target instanceof Element ? target : null;
      const node = hit?.closest('[data-participant]')?.getAttribute('data-participant');
      if (!node || hit?.closest('[role=group]') == null) return;
      // One item can become several chips, which are numbered.
      const key = hit.closest('[data-chip]')?.getAttribute('data-chip')?.replace(/ \d+$/, '');
      if (isPending(player.getState()) && !(await preload(load))) return;
      const { comparison, dispatch, ...own } = player.getState();
      const { recording, step } = side === 'comparison' && comparison !== null ? comparison : own;
      if (recording.run === null) return;
      const { memory, lost = [] } = recording.run.states[step]?.snapshot.get(node) ?? {};
      const isItem = [...(memory ?? []), ...lost].some((each) => each.key === key);
      dispatch({
        kind: 'select',
        selection:
          key !== undefined && isItem ? { side, kind: 'item', node, key } : { side, kind: 'node', node },
      });
    },
    [player, side, load],
  );
}

/** The name itself opens this node's menu, because a head has little room. */
interface MenuButtonProps {
  readonly id: string;
  readonly name: string;
  /** Whether it's a participant of an imported diagram, which can't be operated. */
  readonly isDrawn: boolean;
}

const MenuButton = memo(function MenuButton({ id, name, isDrawn }: MenuButtonProps) {
  const text = useStageText();
  const open = useOperate();
  return (
    <button
      type="button"
      className={`${styles.name} ${styles.menu}`}
      aria-label={isDrawn ? undefined : text.operateNode(name)}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => open({ node: id, at: below(currentTarget) })}
    >
      {isDrawn ? breakable(name, isKept) : name}
    </button>
  );
});

/** A browser breaks a word after a hyphen or a slash as well. Columns and pictures are made for whole words. */
function isKept(word: string): boolean {
  return /[^\p{L}\p{N}\s]/u.test(word) || word.length > 24;
}

const PowerButton = memo(function PowerButton(props: {
  readonly id: string;
  readonly name: string;
  readonly isUp: boolean;
}) {
  const { id, name, isUp } = props;
  const text = useStageText();
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
