/** The same run in the other mode, simulated after the stage has rendered. */
import { useDeferredValue, useEffect, useState } from 'react';
import {
  type AlternativeRun,
  alternativeRunInPieces,
  alternativeRunOf,
  knownAlternativeRun,
} from '../../player/alternative-run.ts';
import { inSlices } from '../../sequence/interruptible.ts';
import type { Run } from '../../trace/run.ts';

/** Shorter runs are simulated within a frame. */
const EVENTS_IN_A_FRAME_MAX = 2_000;

/** Null until it's simulated, which can be a moment after the run itself, because the stage goes first. */
export function useAlternativeRun(run: Run | null): AlternativeRun | null {
  const deferred = useDeferredValue(run);
  const long = deferred !== null && deferred.events.length > EVENTS_IN_A_FRAME_MAX ? deferred : null;
  useSimulated(long);
  if (deferred === null || deferred !== run) return null;
  return long === null ? alternativeRunOf(deferred) : (knownAlternativeRun(long) ?? null);
}

/**
 * Simulates it while the page answers, and renders again then.
 *
 * @throws While rendering: what the simulation throws.
 */
function useSimulated(run: Run | null): void {
  const [, setDone] = useState<AlternativeRun | null>(null);
  const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
  useEffect(() => {
    if (run === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    inSlices(alternativeRunInPieces(run), signal).then(setDone, (cause: unknown) => {
      if (!signal.aborted) setFailure({ cause });
    });
    return () => controller.abort();
  }, [run]);
  if (failure !== null) throw failure.cause;
}
