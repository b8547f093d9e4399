/** The recording that the player plays: a diagram, and behind it a run or an imported diagram. */
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import type { SequenceDiagram } from '../sequence/model.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from '../trace/run.ts';
import type { Score } from '../trace/score.ts';

export interface Recording {
  readonly diagram: SequenceDiagram;
  readonly run: Run | null;
  /** Null for a run. */
  readonly imported: ImportedDiagram | null;
  /** What an address calls the imported diagram, after `#diagram=`. Absent for a run. */
  readonly diagramCode?: string;
  /** Present while nodes of the run are hidden. The run and its diagram then have the steps that are left. */
  readonly hiding?: Hiding;
}

export interface Hiding {
  readonly nodes: readonly NodeId[];
  /** The recording with all nodes. */
  readonly whole: Recording;
  /** The steps that are left, by their indices in the whole recording. */
  readonly shown: readonly number[];
}

/** The recording with all nodes, for what a reader's choice doesn't change: commands, causes, cards, searches. */
export function wholeOf(recording: Recording): Recording {
  return recording.hiding?.whole ?? recording;
}

/** The step in the whole recording. The last one that is left stands for the end of the run. */
export function wholeStep({ hiding, diagram }: Recording, step: number): number {
  if (hiding === undefined) return step;
  const { whole, shown } = hiding;
  return step >= diagram.steps.length - 1 ? whole.diagram.steps.length - 1 : (shown[step] ?? 0);
}

/** The step in the whole recording whose row is shown. */
export function wholeRow({ hiding }: Recording, step: number): number {
  return hiding === undefined ? step : (hiding.shown[step] ?? 0);
}

/** The score at a shown step itself. The run's own score of the last step that is left is that of the run's end. */
export function scoreAtRow(recording: Recording, step: number): Score | undefined {
  return wholeOf(recording).run?.scores[wholeRow(recording, step)];
}

/** The step that shows one of the whole recording: itself, or else the first one after it, or the last one. */
export function shownStepAtOrAfter({ hiding, diagram }: Recording, step: number): number {
  if (hiding === undefined) return step;
  const found = hiding.shown.findIndex((each) => each >= step);
  return found < 0 ? diagram.steps.length - 1 : found;
}

/** Those of the whole recording's steps that are left. */
export function rowsShown({ hiding }: Recording, steps: readonly number[]): readonly number[] {
  return hiding === undefined
    ? steps
    : steps.map((step) => hiding.shown.indexOf(step)).filter((step) => step >= 0);
}

/** The step that shows one of the whole recording: itself, or else the last one before it. */
export function shownStepAtOrBefore({ hiding }: Recording, step: number): number {
  return hiding === undefined
    ? step
    : Math.max(
        0,
        hiding.shown.findLastIndex((each) => each <= step),
      );
}
