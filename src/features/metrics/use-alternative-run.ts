/** The same run in the other mode, simulated when the stage has been drawn. */
import { useDeferredValue } from 'react';
import { type AlternativeRun, alternativeRunOf } from '../../player/alternative-run.ts';
import type { Run } from '../../trace/run.ts';

/** Null until it is there: it may come a moment later than the run itself, for the stage goes first. */
export function useAlternativeRun(run: Run | null): AlternativeRun | null {
  const deferred = useDeferredValue(run);
  return deferred === null || deferred !== run ? null : alternativeRunOf(deferred);
}
