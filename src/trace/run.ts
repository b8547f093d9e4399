/** A run: a scenario, the operator's commands, and the resulting trace. */
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
  /** Never empty. `states` and `scores` have one entry per step. */
  readonly steps: readonly Step[];
  readonly states: readonly StepState[];
  readonly scores: readonly Score[];
}

/** @param limits Where to truncate a run. Default: the kernel's limits. */
export function runOf<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  detail: Detail = 'essential',
  limits: Partial<RunLimits> = {},
): Run<Of> {
  const { events } = simulate(scenario, commands, new RecordingSink<ClusterDomain>(), limits);
  const steps = stepsOf(events, detail);
  const states = statesOf(events, steps);
  return { scenario, commands, detail, events, steps, states, scores: scoresOf(events, steps, states) };
}

/** Whether the run was truncated at one of its limits. */
export function wasCutOff({ events }: Pick<Run, 'events'>): boolean {
  const last = events.at(-1);
  return last?.kind === 'run-ended' && last.reason !== 'finished';
}
