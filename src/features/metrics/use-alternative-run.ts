/** The same run in the other mode, for what is told beside it. */
import { useDeferredValue } from 'react';
import { defaultComparison } from '../../player/comparison.ts';
import { withVariant } from '../../simulation/variants.ts';
import { alignmentOf } from '../../trace/alignment.ts';
import { type Run, runOf } from '../../trace/run.ts';
import type { Score } from '../../trace/score.ts';

export interface AlternativeRun {
  /** Where the run itself is at this step. */
  scoreAt(step: number): Score | undefined;
}

/** Each run is simulated in the other mode once, whoever asks. */
const alternativeRuns = new WeakMap<Run, AlternativeRun>();

/** Null while it is not there: it may come a moment later than the run itself, for the stage goes first. */
export function useAlternativeRun(run: Run | null): AlternativeRun | null {
  const deferred = useDeferredValue(run);
  return deferred === null || deferred !== run ? null : alternativeRunOf(deferred);
}

function alternativeRunOf(run: Run): AlternativeRun {
  const known = alternativeRuns.get(run);
  if (known !== undefined) return known;
  const { scenario, commands, detail } = run;
  const other = runOf(withVariant(scenario, defaultComparison(scenario)), commands, detail);
  const aligned = alignmentOf(run, other);
  const alternativeRun: AlternativeRun = { scoreAt: (step) => other.scores[aligned(step)] };
  alternativeRuns.set(run, alternativeRun);
  return alternativeRun;
}
