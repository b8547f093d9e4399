/** A run: a scenario, the operator's commands, and the resulting trace. */
import type { ClusterDomain, ClusterEvent, Command } from '../simulation/cluster.ts';
import type { RunLimits } from '../simulation/kernel/run-options.ts';
import { RecordingSink } from '../simulation/kernel/sinks.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { simulate, simulateInPieces } from '../simulation/simulate.ts';
import { type ReadTrace, readTrace, readTraceInPieces } from './read-trace.ts';
import type { Detail } from './visible-events.ts';

export interface Run<Of extends Scenario = Scenario> extends ReadTrace {
  readonly scenario: Of;
  readonly commands: readonly Command[];
}

/** Where to truncate a run. Required, because scenarios from links and files can ask for any amount of work. */
export type EventLimit = Pick<RunLimits, 'eventsMax'>;

export function runOf<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  limit: EventLimit,
  detail: Detail = 'essential',
): Run<Of> {
  return { scenario, commands, ...readTrace(eventsOf(scenario, commands, limit), detail) };
}

/** Like `runOf`, in pieces, so that a page can answer between two of them. */
export function* runInPieces<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  limit: EventLimit,
  detail: Detail = 'essential',
): Generator<void, Run<Of>> {
  const sink = new RecordingSink<ClusterDomain>();
  const ends: number[] = [];
  for (const _ of simulateInPieces(scenario, commands, sink, limit)) {
    ends.push(sink.events.length);
    yield;
  }
  return { scenario, commands, ...(yield* readTraceInPieces(sink.events, detail, ends)) };
}

/** A run's events, for callers that don't need its steps. */
export function eventsOf(
  scenario: Scenario,
  commands: readonly Command[],
  limit: EventLimit,
): readonly ClusterEvent[] {
  return simulate(scenario, commands, new RecordingSink<ClusterDomain>(), limit).events;
}
