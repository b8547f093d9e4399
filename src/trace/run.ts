/** A run: a scenario, what the operator did in it, and everything that came of it. */
import type { ClusterEvent, Command } from '../simulation/cluster.ts';
import type { ClusterScenario, Scenario } from '../simulation/scenario.ts';
import { record } from '../simulation/simulate.ts';
import type { Detail } from './beats.ts';
import { type Score, scoresOf } from './score.ts';
import { type StepState, statesOf } from './snapshots.ts';
import { type Step, stepsOf } from './steps.ts';

export interface Run<Of extends Scenario = ClusterScenario> {
  readonly scenario: Of;
  readonly commands: readonly Command[];
  readonly detail: Detail;
  readonly events: readonly ClusterEvent[];
  /** Never empty. `states` and `scores` have one entry a step. */
  readonly steps: readonly Step[];
  readonly states: readonly StepState[];
  readonly scores: readonly Score[];
}

export function runOf<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  detail: Detail = 'essential',
): Run<Of> {
  const events = record(scenario, commands);
  const steps = stepsOf(events, detail);
  const states = statesOf(events, steps);
  return { scenario, commands, detail, events, steps, states, scores: scoresOf(events, steps, states) };
}
