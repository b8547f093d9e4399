/** Reads a trace into what is shown of it. It needs no simulation: the events can come from anywhere. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import { type Score, scoresOf } from './score.ts';
import { type StepState, statesOf } from './snapshots.ts';
import { type Step, stepsOf } from './steps.ts';
import type { Detail } from './visible-events.ts';

export interface ReadTrace {
  readonly detail: Detail;
  readonly events: readonly ClusterEvent[];
  /** Never empty. `states` and `scores` have one entry a step. */
  readonly steps: readonly Step[];
  readonly states: readonly StepState[];
  readonly scores: readonly Score[];
}

export function readTrace(events: readonly ClusterEvent[], detail: Detail = 'essential'): ReadTrace {
  const steps = stepsOf(events, detail);
  const states = statesOf(events, steps);
  return { detail, events, steps, states, scores: scoresOf(events, steps, states) };
}
