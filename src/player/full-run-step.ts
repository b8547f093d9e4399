/** The reader's place in the run with all nodes. Lessons, commands and scores refer to that run. */
import { type Timeline, timelineIndex } from './comparison.ts';
import { type Recording, wholeOf, wholeStep } from './recording.ts';

/** Where the reader was when the shown steps were last chosen, until they move. */
export interface StepBeforeHiding {
  /** The position of the slider that it's kept for. */
  readonly at: number;
  /** In the whole run. */
  readonly step: number;
  /** In the whole run that it's compared with; null while not comparing. */
  readonly comparison: number | null;
}

interface Placed extends Timeline {
  /** Null once the reader has moved. */
  readonly stepBeforeHiding: StepBeforeHiding | null;
}

export interface FullRunStep extends Pick<Recording, 'run' | 'diagram'> {
  readonly step: number;
}

export function fullRunStep(state: Placed): FullRunStep {
  const { run, diagram } = wholeOf(state.recording);
  return { run, diagram, step: presentStep(state) };
}

/** The present step in the run with all nodes. */
export function presentStep(state: Placed): number {
  const { recording, step } = state;
  if (recording.hiding === undefined) return step;
  // While predicting, the whole run ends where a question waits.
  const last = wholeOf(recording).diagram.steps.length - 1;
  return Math.min(keptIn(state)?.step ?? wholeStep(recording, step), last);
}

/** The comparison's present step in its run with all nodes; null while not comparing. */
export function comparedStep(state: Placed): number | null {
  const { comparison } = state;
  if (comparison === null) return null;
  const { recording, step } = comparison;
  return keptIn(state)?.comparison ?? wholeStep(recording, step);
}

function keptIn(state: Placed): StepBeforeHiding | null {
  const { stepBeforeHiding } = state;
  return stepBeforeHiding?.at === timelineIndex(state) ? stepBeforeHiding : null;
}
