/** The same run in the other mode, shown beside it. */
import { finished, type Interruptible } from '../sequence/interruptible.ts';
import { withVariant } from '../simulation/variants.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Run } from '../trace/run.ts';
import type { Score } from '../trace/score.ts';
import { defaultComparison } from './default-comparison.ts';
import { type Recording, wholeOf, wholeStep } from './recording.ts';
import { runForPageInPieces } from './run-for-page.ts';

export interface AlternativeRun {
  /** At a step of the run that it belongs to. */
  scoreAt(step: number): Score | undefined;
}

/** Simulates each run in the other mode once, for all views. */
const alternativeRuns = new WeakMap<Run, AlternativeRun>();

/** Both scores at a shown step of a recording, whichever of its nodes are hidden. */
export interface ScorePair {
  own(step: number): Score | undefined;
  /** The other mode's. */
  other(step: number): Score | undefined;
}

/** @param alternative Of the recording's whole run; null if it isn't simulated yet. */
export function scorePairOf(recording: Recording, alternative: AlternativeRun | null): ScorePair {
  const { run } = wholeOf(recording);
  return {
    own: (step) => run?.scores[wholeStep(recording, step)],
    other: (step) => alternative?.scoreAt(wholeStep(recording, step)),
  };
}

/** @param run With all nodes. */
export function alternativeRunOf(run: Run): AlternativeRun {
  return finished(alternativeRunInPieces(run));
}

/** The one that has been simulated, if it has. */
export function knownAlternativeRun(run: Run): AlternativeRun | undefined {
  return alternativeRuns.get(run);
}

/** Like `alternativeRunOf`, in pieces. */
export function* alternativeRunInPieces(run: Run): Interruptible<AlternativeRun> {
  const known = alternativeRuns.get(run);
  if (known !== undefined) return known;
  const scenario = withVariant(run.scenario, defaultComparison(run.scenario));
  const other = yield* runForPageInPieces({ ...run, scenario });
  const aligned = alignmentOf(run, other);
  const alternativeRun: AlternativeRun = { scoreAt: (step) => other.scores[aligned(step)] };
  alternativeRuns.set(run, alternativeRun);
  return alternativeRun;
}
