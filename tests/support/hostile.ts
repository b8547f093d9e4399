/** Scenarios that a page accepts and that cost as much as they can: the shortest intervals, and the longest waits. */
import fc from 'fast-check';
import { type ClusterScenario, replicaDefaults, type Scenario } from '../../src/simulation/scenario.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { DELAY_US_MAX, INTERVAL_US_MIN } from '../../src/simulation/validation/limits.ts';
import { pageLimits } from '../../src/url/run-code.ts';
import { anySchedule, type Schedule } from './schedules.ts';
import { anyTransportCommands, anyTransportScenario } from './transport-arbitraries.ts';

type Extremes = (scenario: ClusterScenario) => ClusterScenario;

const extremes: readonly Extremes[] = [
  (scenario) => ({ ...scenario, timing: { ...scenario.timing, healthIntervalUs: INTERVAL_US_MIN } }),
  (scenario) => ({
    ...scenario,
    clients: scenario.clients.map((group) => ({ ...group, think: { kind: 'fixed', us: DELAY_US_MAX } })),
  }),
  (scenario) => ({
    ...scenario,
    strategy: 'shared-store',
    store: {
      ...scenario.store,
      client: 'waits',
      replica: { ...replicaDefaults, copyDelayUs: 0, pingIntervalUs: INTERVAL_US_MIN, pingFailuresMax: 1 },
    },
  }),
  (scenario) => ({ ...scenario, strategy: 'replicated', replication: { delayUs: 0 }, servers: 9 }),
  (scenario) => ({
    ...scenario,
    clients: scenario.clients.map((group) => ({ ...group, count: 10, repeats: 20 })),
  }),
  (scenario) => ({ ...scenario, network: { ...scenario.network, lossPerMillion: 900_000 } }),
  (scenario) => ({ ...scenario, connections: 'tcp' }),
];

const anyHostileCluster: fc.Arbitrary<Schedule<Scenario>> = fc
  .tuple(anySchedule, fc.subarray([...extremes]))
  .map(([{ scenario, commands }, changes]) => ({
    scenario: changes.reduce((changed, change) => change(changed), scenario),
    commands,
  }));

/** All of them pass the checks of a link. */
export const anyHostileSchedule: fc.Arbitrary<Schedule<Scenario>> = fc
  .oneof(
    { weight: 4, arbitrary: anyHostileCluster },
    {
      weight: 1,
      arbitrary: fc.record<Schedule<Scenario>>({
        scenario: anyTransportScenario,
        commands: anyTransportCommands,
      }),
    },
  )
  .filter(
    ({ scenario, commands }) =>
      checkScenario(scenario, pageLimits).length === 0 && checkCommands(commands, scenario).length === 0,
  );
