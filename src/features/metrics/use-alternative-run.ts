/** The same run in the other mode, simulated after the stage has rendered. */
import { useDeferredValue } from 'react';
import { type AlternativeRun, alternativeRunOf } from '../../player/alternative-run.ts';
import type { Run } from '../../trace/run.ts';

/** Null until it's simulated, which can be a moment after the run itself, because the stage goes first. */
export function useAlternativeRun(run: Run | null): AlternativeRun | null {
  const deferred = useDeferredValue(run);
  return deferred === null || deferred !== run ? null : alternativeRunOf(deferred);
}
