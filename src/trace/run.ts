/** A run: a scenario, what the operator did in it, and everything that came of it. */
import type { ClusterDomain, Command } from '../simulation/cluster.ts';
import type { RunLimits } from '../simulation/kernel/kernel.ts';
import { RecordingSink } from '../simulation/kernel/sinks.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { simulate } from '../simulation/simulate.ts';
import { type ReadTrace, readTrace } from './read-trace.ts';
import type { Detail } from './visible-events.ts';

export interface Run<Of extends Scenario = Scenario> extends ReadTrace {
  readonly scenario: Of;
  readonly commands: readonly Command[];
}

/** @param limits Where a run is cut off; those of the kernel unless said otherwise. */
export function runOf<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  detail: Detail = 'essential',
  limits: Partial<RunLimits> = {},
): Run<Of> {
  const { events } = simulate(scenario, commands, new RecordingSink<ClusterDomain>(), limits);
  return { scenario, commands, ...readTrace(events, detail) };
}
