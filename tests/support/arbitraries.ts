/** Random scenarios and faults, for properties of every run. */
import fc from 'fast-check';
import { balancingPolicies } from '../../src/simulation/actors/balancing.ts';
import {
  type Conversation,
  paymentMethods,
  productIds,
  QUANTITY_MAX,
} from '../../src/simulation/applications/shop.ts';
import { type Command, DATABASE, LOAD_BALANCER, serverId } from '../../src/simulation/cluster.ts';
import type { Latency } from '../../src/simulation/kernel/network.ts';
import {
  type ClusterScenario,
  clients,
  clusterScenario,
  type NetworkConditions,
  type Timing,
} from '../../src/simulation/scenario.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { linesOf } from './scenario.ts';

const SCRIPT_MAX = 6;
const SERVERS_MAX = 5;

/** One shop line with any combination of the three fields, or none. */
export const anyLine: fc.Arbitrary<Conversation> = fc.record(
  {
    product: fc.constantFrom(...productIds),
    quantity: fc.integer({ min: 1, max: QUANTITY_MAX }),
    payment: fc.constantFrom(...paymentMethods),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

function anyLatency(longestUs: number): fc.Arbitrary<Latency> {
  const bound = fc.integer({ min: 0, max: longestUs });
  return fc.tuple(bound, bound).map(([one, other]) => {
    return { minUs: Math.min(one, other), maxUs: Math.max(one, other) };
  });
}

/** Includes think times shorter than the load balancer's time to detect a crash. */
const anyTempo: fc.Arbitrary<{ thinkUs?: number; timing?: Timing; network?: NetworkConditions }> = fc.oneof(
  fc.constant({}),
  fc.record({
    thinkUs: fc.integer({ min: 0, max: 1_000_000 }),
    timing: fc.record({
      service: fc.record({ kind: fc.constant('fixed'), us: fc.integer({ min: 0, max: 5_000 }) }),
      passwordHashUs: fc.constant(0),
      replyUs: fc.integer({ min: 0, max: 5_000 }),
      healthIntervalUs: fc.integer({ min: 100_000, max: 500_000 }),
      healthFailuresMax: fc.integer({ min: 1, max: 3 }),
      backendTimeoutUs: fc.integer({ min: 50_000, max: 300_000 }),
      serverTimeoutUs: fc.integer({ min: 100_000, max: 1_000_000 }),
      clientTimeoutUs: fc.integer({ min: 200_000, max: 3_000_000 }),
    }),
    network: fc.record({
      internet: anyLatency(50_000),
      cluster: anyLatency(5_000),
      lossPerMillion: fc.constant(0),
      cutLinks: fc.constant('lose' as const),
    }),
  }),
);

export const anyScenario: fc.Arbitrary<ClusterScenario> = fc
  .record({
    strategy: fc.constantFrom(...strategyIds),
    balancing: fc.constantFrom(...balancingPolicies),
    servers: fc.integer({ min: 1, max: SERVERS_MAX }),
    script: fc.array(anyLine, { minLength: 1, maxLength: SCRIPT_MAX }),
    seed: anySeed,
    tempo: anyTempo,
  })
  .map(({ script, tempo: { thinkUs, ...tempo }, ...rest }) =>
    clusterScenario({
      ...rest,
      ...tempo,
      clients: [
        clients(linesOf(script), thinkUs === undefined ? {} : { think: { kind: 'fixed', us: thinkUs } }),
      ],
    }),
  );

/** Mostly servers, because faults of other nodes reveal less. The last node doesn't exist in any scenario. */
const anyNode = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: SERVERS_MAX }).map(serverId) },
  { weight: 1, arbitrary: fc.constantFrom(LOAD_BALANCER, DATABASE, serverId(SERVERS_MAX + 1)) },
);

const anyCommand: fc.Arbitrary<Command> = fc.record({
  kind: fc.constantFrom('crash', 'crash', 'restart'),
  node: anyNode,
  moment: fc.record({
    request: fc.integer({ min: 1, max: SCRIPT_MAX }).map((ordinal) => `client/${ordinal}` as const),
    at: fc.constantFrom('sent', 'arrived', 'answered'),
    // Immediately, while the request is in flight, or during the think time.
    offsetUs: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 6_000_000 }),
    ),
  }),
});

export const anyCommands: fc.Arbitrary<Command[]> = fc.array(anyCommand, { maxLength: 8 });
