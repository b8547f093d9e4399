/** The point of no return of the run on the stage: the panel finds it, and the scrubber shows it while the panel is open. */
import { createStore } from 'zustand/vanilla';
import type { Run } from '../trace/run.ts';

export interface NoReturnResult {
  /** With all its nodes. */
  readonly run: Run;
  /** For each step, the share of re-runs that still break; null for a step without any yet. */
  readonly shares: readonly (number | null)[];
  /** The first step from which on every re-run breaks; null without one, and before it's known. */
  readonly point: number | null;
  /** Re-runs of each step. */
  readonly perStep: number;
}

/** One per page, like the panel. Null while the panel shows none. */
export const noReturnResult = createStore<{ readonly result: NoReturnResult | null }>(() => ({
  result: null,
}));
