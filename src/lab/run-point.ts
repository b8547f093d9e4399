/** One run of a study: a point and a seed give a scenario and commands, and these give the run's numbers. */
import type { ClusterSink, Command } from '../simulation/cluster.ts';
import { type ClusterScenario, clients, clusterScenario, type Scenario } from '../simulation/scenario.ts';
import { simulate } from '../simulation/simulate.ts';
import { CountingSink } from './counting-sink.ts';
import { faultsOf } from './faults.ts';
import { measured } from './measures.ts';
import { arrivalsOf, clientSettings, Values, withSettings } from './parameters.ts';
import { linesOf } from './scripts.ts';
import { type Point, type Study, settingsAt } from './study.ts';

/** A run that would take seconds is cut off. Few come near this. */
const EVENTS_MAX = 500_000;
const SEEDS = 2 ** 32;
/** About how long a request takes, besides the think time before it. */
const REQUEST_US = 60_000;

export interface PlannedRun {
  readonly scenario: ClusterScenario;
  readonly commands: readonly Command[];
}

/**
 * @param round From 0. Every point has the same seed in the same round, so strategies meet the same faults and the same
 * customers (common random numbers).
 */
export function planOf(study: Study, point: Point, round: number): PlannedRun {
  const values = new Values(settingsAt(study, point));
  const seed = (study.seed + round) % SEEDS;
  const count = values.number('clients');
  const script = linesOf(study.script, values);
  const { arrivals, arrivesWithinUs } = arrivalsOf(values, count);
  const shared = { ...clientSettings(values), logsInAgain: study.script === 'account' };
  const scenario = clusterScenario({
    strategy: point.strategy,
    seed,
    clients: [
      // It begins the run. All faults are timed from its first request.
      clients(script, shared),
      ...(count > 1 ? [clients(script, { ...shared, count: count - 1, arrivals, arrivesWithinUs })] : []),
    ],
  });
  const horizonUs = horizonUsOf(values, arrivesWithinUs);
  return { scenario: withSettings(scenario, values), commands: faultsOf(values, seed, horizonUs) };
}

/** How long the clients of a run are about to be busy. Faults come until then. */
export function horizonUsOf(values: Values, arrivesWithinUs: number): number {
  return arrivesWithinUs + values.number('requests') * (values.us('thinkMs') + REQUEST_US);
}

/** The numbers of one run, in the order of the measures. */
export function runPoint(study: Study, point: Point, round: number): readonly number[] {
  const { scenario, commands } = planOf(study, point, round);
  return measured(runInto(new CountingSink(), scenario, commands).counted());
}

/** Reports a run to a sink, within the lab's limit of events. */
export function runInto<Sink extends ClusterSink>(
  sink: Sink,
  scenario: Scenario,
  commands: readonly Command[],
): Sink {
  return simulate(scenario, commands, sink, { eventsMax: EVENTS_MAX });
}
