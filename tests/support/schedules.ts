/**
 * Random clusters and operator commands over the full range of a scenario: several clients with their own scripts,
 * every strategy and policy, jitter, loss, and all commands. New strategies, policies and machines are drawn
 * automatically.
 */
import fc from 'fast-check';
import { balancingPolicies } from '../../src/simulation/actors/balancing.ts';
import { userIds } from '../../src/simulation/applications/account.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Arrivals } from '../../src/simulation/arrivals.ts';
import {
  type Command,
  clientId,
  isClient,
  isServer,
  LOAD_BALANCER,
  serverId,
} from '../../src/simulation/cluster.ts';
import type { NodeCommand } from '../../src/simulation/commands/node-commands.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import type { Duration } from '../../src/simulation/kernel/duration.ts';
import type { Latency } from '../../src/simulation/kernel/network.ts';
import type { Tampering } from '../../src/simulation/protocols/token-tampering.ts';
import { plainRetries, type RetryPolicy } from '../../src/simulation/retry-policy.ts';
import {
  type ClientGroup,
  type ClusterScenario,
  clients,
  clusterScenario,
  type Scenario,
} from '../../src/simulation/scenario.ts';
import { nodesOf } from '../../src/simulation/simulate.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { anyLine } from './arbitraries.ts';

/** A scenario and the commands given in it. */
export interface Schedule<Of extends Scenario = ClusterScenario> {
  readonly scenario: Of;
  readonly commands: readonly Command[];
}

const GROUPS_MAX = 3;
const SERVERS_MAX = 4;
const COMMANDS_MAX = 6;
const SCRIPT_MAX = 6;

/** Positions are drawn as numbers and mapped to existing items, so that scenario and commands shrink independently. */
const anyPlace = fc.nat({ max: 59 });

function anyUs(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max });
}

function anyLatency(longestUs: number): fc.Arbitrary<Latency> {
  return fc.tuple(anyUs(longestUs), anyUs(longestUs)).map(([one, other]) => {
    return { minUs: Math.min(one, other), maxUs: Math.max(one, other) };
  });
}

function anyDuration(longestUs: number): fc.Arbitrary<Duration> {
  return fc.oneof(
    anyUs(longestUs).map((us): Duration => ({ kind: 'fixed', us })),
    anyLatency(longestUs).map((bounds): Duration => ({ kind: 'uniform', ...bounds })),
    anyUs(longestUs).map((meanUs): Duration => ({ kind: 'exponential', meanUs })),
  );
}

const anyShopLine: fc.Arbitrary<Line> = anyLine.map((said) => ({ kind: 'shop', said }));
const anyAccountLine: fc.Arbitrary<Line> = fc.oneof(
  fc.constantFrom<Line>(
    { kind: 'visit' },
    { kind: 'me' },
    { kind: 'me' },
    { kind: 'admin' },
    { kind: 'log-out' },
    { kind: 'refresh' },
  ),
  fc.constantFrom(...userIds).map((user): Line => ({ kind: 'log-in', user })),
);
const anyPayment: fc.Arbitrary<Line> = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.boolean())
  .map(([amountWon, hasIdempotencyKey]): Line => ({ kind: 'pay', amountWon, hasIdempotencyKey }));
const anyHandOver: fc.Arbitrary<Line> = anyPlace.map((to) => ({ kind: 'hand-over', to: clientId(to + 1) }));
const anyLineAtAll = fc.oneof(
  { weight: 4, arbitrary: anyShopLine },
  { weight: 6, arbitrary: anyAccountLine },
  { weight: 2, arbitrary: anyPayment },
  { weight: 1, arbitrary: anyHandOver },
);

/** A purchase, a visit with a login, or any lines in any order. */
const anyScript: fc.Arbitrary<readonly Line[]> = fc.oneof(
  fc.array(anyLineAtAll, { minLength: 1, maxLength: SCRIPT_MAX }),
  fc.array(anyShopLine, { minLength: 2, maxLength: SCRIPT_MAX }),
  fc
    .tuple(fc.constantFrom(...userIds), fc.array(anyAccountLine, { minLength: 1, maxLength: SCRIPT_MAX - 2 }))
    .map(([user, lines]): Line[] => [{ kind: 'visit' }, { kind: 'log-in', user }, ...lines]),
);

const anyRetryPolicy: fc.Arbitrary<RetryPolicy> = fc.record({
  delayUs: anyUs(500_000),
  multiplier: fc.integer({ min: 1, max: 4 }),
  delayMaxUs: anyUs(2_000_000),
  hasJitter: fc.boolean(),
  budgetPercent: fc.option(fc.integer({ min: 0, max: 200 })),
});

const anyArrivals: fc.Arbitrary<Arrivals> = fc.oneof(
  anyUs(1_000_000).map((meanUs): Arrivals => ({ kind: 'poisson', meanUs })),
  fc
    .record({ size: fc.integer({ min: 1, max: 3 }), everyUs: anyUs(1_000_000) })
    .map((burst): Arrivals => ({ kind: 'burst', ...burst })),
  fc
    .record({ fromMeanUs: anyUs(1_000_000), toMeanUs: anyUs(1_000_000) })
    .map((ramp): Arrivals => ({ kind: 'ramp', ...ramp })),
);

const anyGroup: fc.Arbitrary<ClientGroup> = fc
  .record({
    script: anyScript,
    given: fc.record({
      count: fc.integer({ min: 1, max: 2 }),
      repeats: fc.constantFrom(1, 1, 2),
      arrivesWithinUs: fc.constantFrom(0, 1_000_000),
      think: fc.oneof(fc.constant<Duration>({ kind: 'fixed', us: 4_000_000 }), anyDuration(2_000_000)),
      retries: fc.constantFrom(0, 0, 1, 2),
      retryPolicy: fc.oneof({ weight: 2, arbitrary: fc.constant(plainRetries) }, anyRetryPolicy),
      arrivals: fc.oneof({ weight: 3, arbitrary: fc.constant<Arrivals>({ kind: 'within' }) }, anyArrivals),
      logsInAgain: fc.boolean(),
      sharesAddress: fc.boolean(),
    }),
  })
  .map(({ script, given }) => clients(script, given));

const anyTiming = fc.record({
  // Sometimes so slow that other things happen meanwhile.
  service: fc.oneof(
    { weight: 2, arbitrary: anyDuration(5_000) },
    { weight: 1, arbitrary: anyDuration(2_000_000) },
  ),
  passwordHashUs: fc.constantFrom(0, 0, 100_000),
  replyUs: anyUs(5_000),
  healthIntervalUs: fc.integer({ min: 100_000, max: 1_000_000 }),
  healthFailuresMax: fc.integer({ min: 1, max: 3 }),
  backendTimeoutUs: fc.integer({ min: 5_000, max: 300_000 }),
  serverTimeoutUs: fc.integer({ min: 5_000, max: 1_000_000 }),
  clientTimeoutUs: fc.integer({ min: 50_000, max: 3_000_000 }),
});

const anyNetwork = fc.record({
  internet: anyLatency(50_000),
  cluster: anyLatency(3_000),
  lossPerMillion: fc.constantFrom(0, 0, 0, 10_000, 200_000),
});

/** Some parameters as in the lessons, so that not everything is extreme at once. */
const anyCluster: fc.Arbitrary<ClusterScenario> = fc
  .record({
    strategy: fc.constantFrom(...strategyIds),
    balancing: fc.constantFrom(...balancingPolicies),
    servers: fc.integer({ min: 1, max: SERVERS_MAX }),
    clients: fc.array(anyGroup, { minLength: 1, maxLength: GROUPS_MAX }),
    seed: fc.nat(),
    changes: fc.record(
      {
        connections: fc.constantFrom('granted', 'granted', 'granted', 'tcp'),
        timing: anyTiming,
        network: anyNetwork,
        capacity: fc.record({
          workers: fc.integer({ min: 1, max: 3 }),
          queueMax: fc.integer({ min: 0, max: 2 }),
        }),
        sessions: fc.record({
          idleUs: fc.integer({ min: 1, max: 10_000_000 }),
          absoluteUs: fc.integer({ min: 1, max: 20_000_000 }),
          renewsIdAtLogin: fc.boolean(),
        }),
        tokens: fc.record({
          lifetimeUs: fc.integer({ min: 1, max: 10_000_000 }),
          hasDenyList: fc.boolean(),
          refreshLifetimeUs: fc.option(fc.integer({ min: 1, max: 20 }).map((seconds) => seconds * 1_000_000)),
        }),
        replication: fc.record({ delayUs: anyUs(100_000) }),
        store: fc.record({
          isPersistent: fc.boolean(),
          entriesMax: fc.constantFrom(null, 1, 2),
          replica: fc.option(
            fc.record({
              copyDelayUs: anyUs(100_000),
              pingIntervalUs: fc.integer({ min: 50_000, max: 500_000 }),
              pingFailuresMax: fc.integer({ min: 1, max: 3 }),
            }),
          ),
        }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ changes, ...rest }) => withHandOvers(clusterScenario({ ...rest, ...changes })));

/** Directs each hand-over to an existing client. */
function withHandOvers(scenario: ClusterScenario): ClusterScenario {
  const count = scenario.clients.reduce((sum, group) => sum + group.count, 0);
  const toExistingClient = (line: Line): Line =>
    line.kind === 'hand-over' ? { ...line, to: clientId(1 + (ordinalOf(line.to) % count)) } : line;
  return {
    ...scenario,
    clients: scenario.clients.map((group) => ({ ...group, script: group.script.map(toExistingClient) })),
  };
}

const anyTampering: fc.Arbitrary<Tampering> = fc.constantFrom<Tampering>(
  { kind: 'set-claim', claim: 'role', value: 'admin' },
  { kind: 'set-claim', claim: 'sub', value: 'root' },
  { kind: 'set-payload', payload: '{' },
  { kind: 'set-algorithm', algorithm: 'none' },
  { kind: 'flip-signature-bit', bit: 7 },
  { kind: 'sign-with-own-key' },
  { kind: 'sign-with-leaked-key', secret: 'A'.repeat(43) },
);

const anyInstruction: fc.Arbitrary<NodeCommand> = fc.oneof(
  anyLineAtAll.filter(({ kind }) => kind !== 'hand-over').map((line): NodeCommand => ({ kind: 'say', line })),
  anyUs(20_000_000).map((forUs): NodeCommand => ({ kind: 'stay-away', forUs })),
  anyTampering.map((tampering): NodeCommand => ({ kind: 'tamper', tampering })),
  fc.boolean().map((keepsOld): NodeCommand => ({ kind: 'rotate-key', kid: '2', keepsOld })),
  fc.constant<NodeCommand>({ kind: 'remove-keys' }),
  fc.constant<NodeCommand>({ kind: 'flush' }),
);

/** At a landmark, while a request is in flight, or during a think time. */
const anyOffsetUs = fc.oneof(fc.constant(0), anyUs(10_000), anyUs(100_000), anyUs(6_000_000));

const anyOrder = fc.record({
  kind: fc.constantFrom(
    ...(['crash', 'crash', 'crash', 'restart', 'restart', 'add', 'drain'] as const),
    ...(['cut', 'heal', 'partition', 'heal-all', 'drop', 'drop', 'instruct', 'instruct'] as const),
    ...(['reboot', 'reboot'] as const),
  ),
  node: anyPlace,
  other: anyPlace,
  isFar: fc.nat({ max: 3 }).map((of4) => of4 === 0),
  instruction: anyInstruction,
  client: anyPlace,
  line: anyPlace,
  at: fc.constantFrom('sent', 'arrived', 'answered'),
  offsetUs: anyOffsetUs,
});

type DrawnCommand = Parameters<Parameters<typeof anyOrder.map>[0]>[0];
type SingleCommand = DrawnCommand & { readonly kind: Exclude<DrawnCommand['kind'], 'reboot'> };

export const anySchedule: fc.Arbitrary<Schedule> = fc
  .tuple(anyCluster, fc.array(anyOrder, { maxLength: COMMANDS_MAX }))
  .map(([scenario, orders]) => {
    const nodes = nodesOf(scenario).map(({ id }) => id);
    const commands: Command[] = [];
    for (const order of orders) {
      const { kind } = order;
      if (kind === 'reboot') commands.push(...rebootOf(order, scenario, nodes));
      else commands.push(reversalOf(order, commands) ?? commandOf({ ...order, kind }, scenario, nodes));
    }
    return { scenario, commands };
  });

/** Most commands are reversed later: otherwise a node that happens to be down is rarely restarted. */
function reversalOf(order: DrawnCommand, commands: readonly Command[]): Command | null {
  const { kind, offsetUs } = order;
  if (kind !== 'restart' && kind !== 'heal') return null;
  const undone = commands.findLast((each) => each.kind === (kind === 'restart' ? 'crash' : 'cut'));
  if (undone === undefined) return null;
  const moment = { ...undone.moment, offsetUs: undone.moment.offsetUs + offsetUs };
  if (undone.kind === 'crash') return { kind: 'restart', node: undone.node, moment };
  return undone.kind === 'cut' ? { kind: 'heal', between: undone.between, moment } : null;
}

/**
 * Crashes a machine and restarts it soon after; mostly the load balancer, while a server that works on a request is
 * drained.
 */
function rebootOf(
  order: DrawnCommand,
  scenario: ClusterScenario,
  nodes: readonly NodeId[],
): readonly Command[] {
  const moment = momentOf(order, scenario);
  const machines = nodes.filter((node) => !isClient(node));
  const isOfBalancer = !order.isFar && nodes.includes(LOAD_BALANCER);
  const node = isOfBalancer ? LOAD_BALANCER : pick(machines, order.node);
  const beginUs = isOfBalancer ? 0 : moment.offsetUs;
  const at = isOfBalancer ? 'arrived' : moment.at;
  const after = (us: number) => ({ ...moment, at, offsetUs: beginUs + us }) as const;
  const drain: Command = {
    kind: 'drain',
    node: serverId(1 + (order.node % scenario.servers)),
    moment: after(0),
  };
  return [
    ...(isOfBalancer ? [drain] : []),
    { kind: 'crash', node, moment: after(100 * order.line) },
    { kind: 'restart', node, moment: after(100 * order.line + 1_000 * order.other) },
  ];
}

function commandOf(order: SingleCommand, scenario: ClusterScenario, nodes: readonly NodeId[]): Command {
  const moment = momentOf(order, scenario);
  const { servers } = scenario;
  // The initial servers, and one more that can be added.
  const near = nodes.filter((node) => isServer(node) && ordinalOf(node) <= servers + 1);
  const backends = nodes.filter((node) => !isServer(node) && !isClient(node));
  const machines = order.isFar ? backends : near;
  const node = pick(machines, order.node);
  const { kind } = order;
  switch (kind) {
    case 'crash':
    case 'restart':
    case 'add':
    case 'drain':
      return { kind, node, moment };
    case 'cut':
    case 'heal':
      return { kind, between: [node, pick(without(nodes, node), order.other)], moment };
    case 'partition':
      return { kind, nodes: [node], moment };
    case 'heal-all':
      return { kind, moment };
    case 'drop':
      return order.node % 2 === 0
        ? { kind, from: node, to: null, moment }
        : { kind, from: null, to: node, moment };
    case 'instruct': {
      const { instruction } = order;
      const candidates = listenersTo(instruction, {
        clients: nodes.filter(isClient),
        servers: near,
        backends,
      });
      return { kind, nodes: [pick(candidates, order.node)], instruction, moment };
    }
    default:
      throw new Error(`Unknown command ${kind satisfies never}`);
  }
}

interface Listeners {
  readonly clients: readonly NodeId[];
  readonly servers: readonly NodeId[];
  readonly backends: readonly NodeId[];
}

/** Nodes that a node command can be given to. */
function listenersTo({ kind }: NodeCommand, { clients, servers, backends }: Listeners): readonly NodeId[] {
  switch (kind) {
    case 'say':
    case 'do':
    case 'stay-away':
    case 'tamper':
      return clients;
    case 'rotate-key':
    case 'remove-keys':
      return servers;
    case 'flush':
      return backends;
    // Actors ignore the commands of others.
    default:
      return [...clients, ...servers, ...backends];
  }
}

/** Relative to a request that some client really sends. */
function momentOf(
  { client, line, at, offsetUs }: DrawnCommand,
  scenario: ClusterScenario,
): Command['moment'] {
  const scripts = scenario.clients.flatMap(({ count, script, repeats }) =>
    Array.from({ length: count }, () => script.length * repeats),
  );
  const ordinal = client % scripts.length;
  const lines = Math.max(1, scripts[ordinal] ?? 1);
  return { request: `${clientId(ordinal + 1)}/${(line % lines) + 1}`, at, offsetUs };
}

function without(nodes: readonly NodeId[], node: NodeId): NodeId[] {
  return nodes.filter((each) => each !== node);
}

function pick<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('Cannot pick from an empty list.');
  return item;
}

function ordinalOf(node: NodeId): number {
  return Number(/-(\d+)$/.exec(node)?.[1] ?? 1);
}
