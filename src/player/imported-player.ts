/** What the player does with an imported diagram: the way through it, and the run that waits below it. */
import { describeImported, withWalk } from '../sequence/describe-imported.ts';
import type { DiagramView, SequenceDiagram, WalkOptions } from '../sequence/model.ts';
import { plainWalk } from '../sequence/walk.ts';
import { choiceAt, choicesAround, optionsOf } from '../sequence/walk-choices.ts';
import { stopAt } from '../sequence/walk-stops.ts';
import { wholeView } from '../sequence/whole-view.ts';
import { seek, timelineIndex } from './comparison.ts';
import { travelKinds } from './navigate.ts';
import { recordingOfImported } from './record.ts';
import type { Action, PlayerState } from './state.ts';

/** What has a meaning while a diagram is on the stage. Everything else leaves it there. */
const diagramActions: ReadonlySet<Action['kind']> = new Set<Action['kind']>([
  ...travelKinds,
  'set-detail',
  'toggle-detail',
  'choose-part',
  'go-to-number',
  'set-view',
  'set-transit',
  'toggle-transit',
  'undo',
  'start-over',
  'open-imported',
  'close-imported',
  'open-run',
  'open-lesson',
  'sync-from-remote',
  'sync-diagram',
  'return-to',
  'set-messages',
]);

export function appliesToDiagram({ kind }: Action): boolean {
  return diagramActions.has(kind);
}

/** One imported diagram replaces another. The suspended run stays below both. */
export function openImported(
  state: PlayerState,
  {
    imported,
    code,
    walk,
    timelineIndex: index = 0,
    transit = null,
  }: Extract<Action, { kind: 'open-imported' }>,
): PlayerState {
  const isAlone = state.recording.imported === null;
  const suspendedRun = isAlone ? { recording: state.recording, step: state.step } : state.suspendedRun;
  const recording = recordingOfImported(imported, state.phrasebook, { code, walk });
  const opened = { ...state, suspendedRun, recording, comparison: null, step: 0, earlierViews: [] };
  return { ...seek(opened, index), transit, focus: null, hidden: [], isMoving: false, isPlaying: false };
}

/** The same diagram keeps its recording, so that a step is animated as if it had happened here. */
export function syncDiagram(
  state: PlayerState,
  { imported, code, walk, timelineIndex: index, transit }: Extract<Action, { kind: 'sync-diagram' }>,
): PlayerState {
  const isSame = state.recording.imported !== null && state.recording.diagramCode === code;
  if (!isSame)
    return openImported(state, {
      kind: 'open-imported',
      imported,
      code,
      walk,
      timelineIndex: index,
      transit,
    });
  const present = state.recording.diagram.imported?.walk.options;
  const isSameWalk = JSON.stringify(present) === JSON.stringify(walk);
  const next = seek(isSameWalk ? state : walked(state, walk, state.step), index);
  const isNext = isSameWalk && timelineIndex(next) === timelineIndex(state) + 1;
  return { ...next, transit, isPlaying: false, isMoving: state.allowsMotion && isNext };
}

export function closeImported(state: PlayerState): PlayerState {
  if (state.suspendedRun === null) return state;
  return {
    ...state,
    ...state.suspendedRun,
    suspendedRun: null,
    transit: null,
    focus: null,
    hidden: [],
    isMoving: false,
    isPlaying: false,
  };
}

export function isFull({ recording }: PlayerState): boolean {
  return recording.diagram.imported?.walk.options.isFull ?? false;
}

/** Shows the stop with the present row. */
export function setFull(state: PlayerState, full: boolean): PlayerState {
  const options = walkOptions(state);
  return options.isFull === full ? state : walked(state, { ...options, isFull: full }, state.step);
}

/** Another part begins at its first stop, which also has the frame's heading. */
export function choosePart(
  state: PlayerState,
  { block, part }: Extract<Action, { kind: 'choose-part' }>,
): PlayerState {
  const { imported } = state.recording.diagram;
  if (imported === undefined) return state;
  const { blocks, walk } = imported;
  const choice =
    block === null
      ? choicesAround(blocks, state.step, walk.options).at(-1)
      : choiceAt(blocks, block, walk.options);
  if (choice === undefined || choice === null || part < 0 || part >= optionsOf(choice)) return state;
  const { id = 0, from = 0, parts = [] } = blocks[choice.block] ?? {};
  const row = choice.word === 'par' ? from : (parts[part]?.from ?? from);
  const options = { ...walk.options, choices: { ...walk.options.choices, [id]: part } };
  return walked(state, options, row);
}

export function goToNumber(state: PlayerState, number: number): PlayerState {
  if (state.recording.imported === null) return state;
  const { steps } = state.recording.diagram;
  const row = steps.findIndex(
    (step, index) => step.row.kind === 'message' && step.row.number === number && isOnWay(state, index),
  );
  const moved = row < 0 ? seek(state, number - 1) : { ...state, step: row };
  return { ...seek(moved, timelineIndex(moved)), isMoving: false, isPlaying: false };
}

function isOnWay({ recording }: PlayerState, row: number): boolean {
  const byRow = recording.diagram.imported?.walk.stopOf;
  return byRow === undefined || (byRow[row] ?? null) !== null;
}

/** From its first stop, with the first part of every frame. What is shown of it stays. */
export function restartDiagram(state: PlayerState): PlayerState {
  const { isFull: full, view } = walkOptions(state);
  return walked(state, { ...plainWalk, isFull: full, ...(view !== undefined && { view }) }, 0);
}

/** Hides participants, folds frames, or looks at one participant. The present row stays, or what stands in its place. */
export function setView(state: PlayerState, view: DiagramView): PlayerState {
  const present = viewIn(state);
  const shown = viewed(state, view);
  const isSame = JSON.stringify(viewIn(shown)) === JSON.stringify(present);
  return isSame ? state : { ...shown, earlierViews: [...state.earlierViews, present] };
}

export function undoView(state: PlayerState): PlayerState {
  const earlier = state.earlierViews.at(-1);
  if (earlier === undefined) return state;
  return { ...viewed(state, earlier), earlierViews: state.earlierViews.slice(0, -1) };
}

function viewIn(state: Pick<PlayerState, 'recording'>): DiagramView {
  return walkOptions(state).view ?? wholeView;
}

function walkOptions({ recording }: Pick<PlayerState, 'recording'>): WalkOptions {
  return recording.diagram.imported?.walk.options ?? plainWalk;
}

function viewed(state: PlayerState, view: DiagramView): PlayerState {
  return walked(state, { ...walkOptions(state), view }, state.step);
}

/** @param row Of the present diagram. */
function walked(state: PlayerState, options: WalkOptions, row: number): PlayerState {
  const { diagram: before, imported } = state.recording;
  const isSameView = JSON.stringify(options.view) === JSON.stringify(walkOptions(state).view);
  const diagram =
    isSameView || imported === null
      ? withWalk(before, options)
      : describeImported(imported, state.phrasebook.imported, options);
  const { walk } = diagram.imported ?? {};
  const there = isSameView ? row : rowOfLine(diagram, before.imported?.lines[row] ?? 0);
  const step = walk?.stops[stopAt(walk, there)]?.at ?? state.step;
  const recording = { ...state.recording, diagram };
  return { ...state, recording, step, isMoving: false, isPlaying: false };
}

/** The row of a line of the whole diagram, or the last one before it. */
function rowOfLine({ imported }: SequenceDiagram, line: number): number {
  return Math.max(0, imported?.lines.findLastIndex((each) => each <= line) ?? 0);
}
