/** A run: a scenario, what the operator did in it, and everything that came of it. */
import type { ClusterDomain, ClusterEvent, Command } from '../simulation/cluster.ts';
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

/** Where a run is cut off. Required: scenarios come from links and files, and may ask for any amount of work. */
export type EventLimit = Pick<RunLimits, 'eventsMax'>;

export function runOf<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  limit: EventLimit,
  detail: Detail = 'essential',
): Run<Of> {
  return { scenario, commands, ...readTrace(eventsOf(scenario, commands, limit), detail) };
}

/** What happens in a run, for callers that need no steps. */
export function eventsOf(
  scenario: Scenario,
  commands: readonly Command[],
  limit: EventLimit,
): readonly ClusterEvent[] {
  return simulate(scenario, commands, new RecordingSink<ClusterDomain>(), limit).events;
}
