/** Reads a trace into what is shown of it. It needs no simulation: the events can come from anywhere. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import { type Score, ScoreReader, scoresOf } from './score.ts';
import { StateReader, type StepState, statesOf } from './snapshots.ts';
import { type Step, StepReader, stepsOf } from './steps.ts';
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

/** About a millisecond of work. */
const STEPS_PER_PIECE = 50;

/**
 * Like `readTrace`, in pieces.
 *
 * @param ends Numbers of events, ascending, after which the kernel handled another input.
 */
export function* readTraceInPieces(
  events: readonly ClusterEvent[],
  detail: Detail,
  ends: readonly number[],
): Generator<void, ReadTrace> {
  const stepReader = new StepReader(detail);
  for (const end of ends) {
    stepReader.readUpTo(end, events);
    yield;
  }
  const steps = stepReader.finish(events);
  const [stateReader, scoreReader] = [new StateReader(), new ScoreReader()];
  for (let count = 0; ; count = Math.min(count + STEPS_PER_PIECE, steps.length)) {
    const states = stateReader.readUpTo(count, steps, events);
    const scores = scoreReader.readUpTo(count, { events, steps, states });
    if (count === steps.length) return { detail, events, steps, states, scores };
    yield;
  }
}
