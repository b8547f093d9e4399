/**
 * The stops on the way through a diagram, and the rows that each of them shows. In a run, every step is a stop and a row.
 */
import type { DiagramStep, SequenceDiagram, Stop, Walk } from './model.ts';

/** The stop that shows a row, or the last one before it. */
export function stopAt({ stopOf: byRow }: Walk, row: number): number {
  for (let index = Math.min(row, byRow.length - 1); index >= 0; index -= 1) {
    const stop = byRow[index];
    if (stop !== null && stop !== undefined) return stop;
  }
  return 0;
}

/** The steps of a diagram that are stops, in order: all of them in a run. */
export function stopsOf({
  steps,
  imported,
}: Pick<SequenceDiagram, 'steps' | 'imported'>): readonly DiagramStep[] {
  if (imported === undefined) return steps;
  const { walk } = imported;
  const known = stepsOf.get(walk) ?? walk.stops.map(({ step }) => step);
  stepsOf.set(walk, known);
  return known;
}

/** The step that is shown at a row: that of its stop. */
export function shownStep(
  { steps, imported }: Pick<SequenceDiagram, 'steps' | 'imported'>,
  row: number,
): DiagramStep | undefined {
  return imported === undefined ? steps[row] : imported.walk.stops[stopAt(imported.walk, row)]?.step;
}

/** The stop of a row, an index from 0. */
export function stopOfRow({ imported }: Pick<SequenceDiagram, 'imported'>, row: number): number {
  return imported === undefined ? row : stopAt(imported.walk, row);
}

/** The row that stands for a stop. */
export function rowOfStop({ imported }: Pick<SequenceDiagram, 'imported'>, stop: number): number {
  return imported?.walk.stops[stop]?.at ?? stop;
}

const stepsOf = new WeakMap<Walk, readonly DiagramStep[]>();

export type RowTime = 'past' | 'present' | 'future' | 'passed-over';

/** What is shown of a diagram at a step. */
export interface ShownRows {
  /** The last row that is shown. */
  readonly to: number;
  /** The last row that has been reached. */
  readonly reached: number;
  /** First and last row of the present stop. */
  readonly present: readonly [number, number];
  timeOf(row: number): RowTime;
}

export function shownRows({ imported }: Pick<SequenceDiagram, 'imported'>, step: number): ShownRows {
  if (imported === undefined) {
    const timeOf = (row: number) => (row < step ? 'past' : row === step ? 'present' : 'future');
    return { to: step, reached: step, present: [step, step], timeOf };
  }
  const { stops, stopOf: byRow } = imported.walk;
  const stop = byRow[step] ?? stopAt(imported.walk, step);
  const rows = stops[stop]?.rows ?? [step];
  const reached = Math.max(...rows, reachedBefore(stops, stop));
  let to = reached;
  // Parts that are passed over show as soon as everything above them does.
  while (to + 1 < byRow.length && byRow[to + 1] === null) to += 1;
  const timeOf = (row: number) => {
    const own = byRow[row] ?? null;
    if (own === null) return 'passed-over';
    return own < stop ? 'past' : own === stop ? 'present' : 'future';
  };
  return { to, reached, present: [rows[0] ?? step, rows.at(-1) ?? step], timeOf };
}

/** Where parts are walked side by side, an earlier stop can have a lower row. */
function reachedBefore(stops: readonly Stop[], stop: number): number {
  const before = stops[stop - 1]?.rows ?? [];
  return Math.max(0, ...before);
}
