/** A run: a scenario, what the operator did in it, and everything that came of it. */
import type { ClusterDomain, ClusterEvent, Command } from '../simulation/cluster.ts';
import type { RunLimits } from '../simulation/kernel/kernel.ts';
import { RecordingSink } from '../simulation/kernel/sinks.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { simulate } from '../simulation/simulate.ts';
import { type Score, scoresOf } from './score.ts';
import { type StepState, statesOf } from './snapshots.ts';
import { type Step, stepsOf } from './steps.ts';
import type { Detail } from './visible-events.ts';

export interface Run<Of extends Scenario = Scenario> {
  readonly scenario: Of;
  readonly commands: readonly Command[];
  readonly detail: Detail;
  readonly events: readonly ClusterEvent[];
  /** Never empty. `states` and `scores` have one entry a step. */
  readonly steps: readonly Step[];
  readonly states: readonly StepState[];
  readonly scores: readonly Score[];
}

/** Where a run is cut off. Required: scenarios come from links and files, and may ask for any amount of work. */
export type EventLimit = Pick<RunLimits, 'eventsMax'>;

export function runOf<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  limit: EventLimit,
  detail: Detail = 'essential',
): Run<Of> {
  const events = eventsOf(scenario, commands, limit);
  const steps = stepsOf(events, detail);
  const states = statesOf(events, steps);
  return { scenario, commands, detail, events, steps, states, scores: scoresOf(events, steps, states) };
}

/** What happens in a run, for those who need no steps of it. */
export function eventsOf(
  scenario: Scenario,
  commands: readonly Command[],
  limit: EventLimit,
): readonly ClusterEvent[] {
  return simulate(scenario, commands, new RecordingSink<ClusterDomain>(), limit).events;
}

/** Whether more would have happened than whoever asked for the run could wait for. */
export function wasCutOff({ events }: Pick<Run, 'events'>): boolean {
  const last = events.at(-1);
  return last?.kind === 'run-ended' && last.reason !== 'finished';
}
