/** The same run in the other mode, for what is told beside it. */
import { withVariant } from '../simulation/variants.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Run } from '../trace/run.ts';
import type { Score } from '../trace/score.ts';
import { defaultComparison } from './comparison.ts';
import { runForPage } from './run-for-page.ts';

export interface AlternativeRun {
  /** At the step of the run itself. */
  scoreAt(step: number): Score | undefined;
}

/** Each run is simulated in the other mode once, however many views ask. */
const alternativeRuns = new WeakMap<Run, AlternativeRun>();

export function alternativeRunOf(run: Run): AlternativeRun {
  const known = alternativeRuns.get(run);
  if (known !== undefined) return known;
  const scenario = withVariant(run.scenario, defaultComparison(run.scenario));
  const other = runForPage({ ...run, scenario });
  const aligned = alignmentOf(run, other);
  const alternativeRun: AlternativeRun = { scoreAt: (step) => other.scores[aligned(step)] };
  alternativeRuns.set(run, alternativeRun);
  return alternativeRun;
}
