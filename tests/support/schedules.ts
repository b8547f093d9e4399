/**
 * Random clusters and operator commands over the full range of a scenario: several clients with their own scripts,
 * every strategy and policy, jitter, loss, and all commands. New strategies, policies and machines are drawn
 * automatically.
 */
import fc from 'fast-check';
import { balancingPolicies } from '../../src/simulation/actors/balancing.ts';
import { userIds } from '../../src/simulation/applications/account.ts';
import type { Line, RequestLine } from '../../src/simulation/applications/line.ts';
import { productIds } from '../../src/simulation/applications/shop.ts';
import type { Arrivals } from '../../src/simulation/arrivals.ts';
import { addressHashes, type BalancerConduct, balancerProfiles } from '../../src/simulation/balancer.ts';
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
import type { Moment } from '../../src/simulation/kernel/command.ts';
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
import { sessionWrites } from '../../src/simulation/session.ts';
import { nodesOf } from '../../src/simulation/simulate.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { refreshReuses } from '../../src/simulation/token-policy.ts';
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

const anyShopLine: fc.Arbitrary<RequestLine> = anyLine.map((said) => ({ kind: 'shop', said }));
const refresh: RequestLine = { kind: 'refresh' };
const anyAccountLine: fc.Arbitrary<RequestLine> = fc.oneof(
  fc.constantFrom<RequestLine>(
    { kind: 'visit' },
    { kind: 'me' },
    { kind: 'me' },
    { kind: 'admin' },
    { kind: 'log-out' },
    refresh,
    { kind: 'note', characters: 40 },
    // Too large for a cookie.
    { kind: 'note', characters: 4_000 },
  ),
  fc.constantFrom(...userIds).map((user): RequestLine => ({ kind: 'log-in', user })),
);
const anyPayment: fc.Arbitrary<RequestLine> = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.boolean())
  .map(([amountWon, hasIdempotencyKey]): RequestLine => ({ kind: 'pay', amountWon, hasIdempotencyKey }));
const anyCartLine: fc.Arbitrary<RequestLine> = fc.constantFrom<RequestLine>(
  ...productIds.map((product) => ({ kind: 'add-to-cart', product }) as const),
  { kind: 'cart' },
);
const anyHandOver: fc.Arbitrary<Line> = anyPlace.map((to) => ({ kind: 'hand-over', to: clientId(to + 1) }));
const anyAtOnce: fc.Arbitrary<Line> = fc
  .array(fc.oneof(anyShopLine, anyAccountLine, anyCartLine, anyPayment), { minLength: 1, maxLength: 3 })
  .map((lines) => ({ kind: 'at-once', lines }));
const anyLineAtAll: fc.Arbitrary<Line> = fc.oneof(
  { weight: 4, arbitrary: anyShopLine },
  { weight: 2, arbitrary: anyCartLine },
  { weight: 2, arbitrary: anyAtOnce },
  { weight: 6, arbitrary: anyAccountLine },
  { weight: 2, arbitrary: anyPayment },
  { weight: 1, arbitrary: anyHandOver },
  { weight: 1, arbitrary: anyUs(5_000_000).map((us): Line => ({ kind: 'wait', us: us + 1 })) },
);

const anyRefresh: fc.Arbitrary<Line> = fc.constantFrom<Line>(
  refresh,
  { kind: 'at-once', lines: [refresh, refresh] },
  { kind: 'me' },
);

/** A purchase, a visit with a login, or any lines in any order. */
const anyScript: fc.Arbitrary<readonly Line[]> = fc.oneof(
  fc.array(anyLineAtAll, { minLength: 1, maxLength: SCRIPT_MAX }),
  fc.array(anyShopLine, { minLength: 2, maxLength: SCRIPT_MAX }),
  fc
    .tuple(fc.constantFrom(...userIds), fc.array(anyAccountLine, { minLength: 1, maxLength: SCRIPT_MAX - 2 }))
    .map(([user, lines]): Line[] => [{ kind: 'visit' }, { kind: 'log-in', user }, ...lines]),
  // Two tabs that change one session.
  fc
    .tuple(fc.constantFrom(...userIds), fc.array(anyAtOnce, { minLength: 1, maxLength: SCRIPT_MAX - 2 }))
    .map(([user, lines]): Line[] => [{ kind: 'log-in', user }, ...lines, { kind: 'cart' }]),
  // Two tabs, or two clients, that use one refresh token.
  fc
    .tuple(anyHandOver, fc.array(anyRefresh, { minLength: 1, maxLength: SCRIPT_MAX - 2 }))
    .map(([handOver, lines]): Line[] => [{ kind: 'log-in', user: 'mina' }, handOver, ...lines]),
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
      resendsOnReset: fc.boolean(),
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

/** A profile, or any mixture of their switches. */
const anyBalancer: fc.Arbitrary<BalancerConduct> = fc.oneof(
  fc.constantFrom(...Object.values(balancerProfiles)),
  fc.record({
    onRefused: fc.constantFrom('other-server' as const, 'same-server', 'same-server', 'give-up'),
    retriesMax: fc.integer({ min: 0, max: 3 }),
    redispatches: fc.boolean(),
    onServerReset: fc.constantFrom('repeat-idempotent' as const, 'bad-gateway', 'close'),
    onServerTimeout: fc.constantFrom('gateway-timeout' as const, 'repeat-idempotent'),
    noServerStatus: fc.constantFrom(502 as const, 503),
    connectTimeoutUs: fc.integer({ min: 1_000, max: 1_500_000 }),
    checksHealth: fc.boolean(),
    failsMax: fc.integer({ min: 0, max: 2 }),
    failTimeoutUs: fc.integer({ min: 100_000, max: 10_000_000 }),
    ties: fc.constantFrom('first' as const, 'rotate'),
    addressHash: fc.constantFrom(...addressHashes),
    binding: fc.constantFrom('cookie' as const, 'table'),
    reissuesCookie: fc.boolean(),
    removalNoticedAfterUs: fc.constantFrom(0, 0, 500_000, 5_000_000),
    slowStartUs: fc.constantFrom(0, 0, 2_000_000, 20_000_000),
  }),
);

const anyNetwork = fc.record({
  internet: anyLatency(50_000),
  cluster: anyLatency(3_000),
  lossPerMillion: fc.constantFrom(0, 0, 0, 10_000, 200_000),
  cutLinks: fc.constantFrom('lose' as const, 'delay', 'delay'),
});

/** Mostly right, and otherwise off by seconds or by a day. */
const anyOffset = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -5_000_000, max: 5_000_000 }),
  fc.constantFrom(-86_400_000_000, 86_400_000_000),
);

const foci = [
  ...(['none', 'none', 'none', 'none', 'none', 'none'] as const),
  ...(['one-session', 'one-refresh-token'] as const),
];
type Focus = (typeof foci)[number];

/** Some parameters as in the lessons, so that not everything is extreme at once. */
const anyCluster: fc.Arbitrary<ClusterScenario> = fc
  .record({
    strategy: fc.constantFrom(...strategyIds),
    balancing: fc.constantFrom(...balancingPolicies),
    servers: fc.integer({ min: 1, max: SERVERS_MAX }),
    clients: fc.array(anyGroup, { minLength: 1, maxLength: GROUPS_MAX }),
    seed: fc.nat(),
    focus: fc.constantFrom<Focus>(...foci),
    changes: fc.record(
      {
        connections: fc.constantFrom('granted', 'granted', 'granted', 'tcp'),
        timing: anyTiming,
        // About as long as a client thinks, so that requests cross the close.
        keepAlive: fc.record({ idleUs: fc.constantFrom(1_000, 5_000, 50_000, 4_000_000) }),
        balancer: anyBalancer,
        versions: fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: SERVERS_MAX }),
        network: anyNetwork,
        capacity: fc.record({
          workers: fc.integer({ min: 1, max: 3 }),
          queueMax: fc.integer({ min: 0, max: 2 }),
        }),
        sessions: fc.record({
          idleUs: fc.integer({ min: 1, max: 10_000_000 }),
          absoluteUs: fc.integer({ min: 1, max: 20_000_000 }),
          renewsIdAtLogin: fc.boolean(),
          writes: fc.constantFrom(...sessionWrites),
          lock: fc.record({
            ttlUs: fc.constantFrom(1_000_000, 30_000_000),
            pollUs: fc.integer({ min: 1_000, max: 50_000 }),
            timeoutUs: anyUs(2_000_000),
          }),
        }),
        tokens: fc.record({
          lifetimeUs: fc.integer({ min: 1, max: 10_000_000 }),
          hasDenyList: fc.boolean(),
          refreshReuse: fc.constantFrom(...refreshReuses),
          graceUs: anyUs(10_000_000),
          refreshLifetimeUs: fc.option(fc.integer({ min: 1, max: 20 }).map((seconds) => seconds * 1_000_000)),
          leewayUs: fc.constantFrom(0, 0, 1_000_000, 60_000_000),
          signature: fc.constantFrom('shared-secret', 'shared-secret', 'public-key'),
        }),
        keys: fc.oneof(
          fc.constant({ kind: 'shared' } as const),
          fc.constant({ kind: 'own' } as const),
          fc
            .integer({ min: 300_000, max: 10_000_000 })
            .map((refreshUs) => ({ kind: 'in-store', refreshUs }) as const),
        ),
        clockOffsetsUs: fc.array(anyOffset, { maxLength: SERVERS_MAX + 1 }),
        replication: fc.record({ delayUs: anyUs(100_000) }),
        store: fc.record({
          isPersistent: fc.boolean(),
          entriesMax: fc.constantFrom(null, 1, 2),
          whenFull: fc.constantFrom('evict', 'refuse'),
          onWriteError: fc.constantFrom('fail', 'fail', 'ignore'),
          client: fc.constantFrom('fails', 'fails', 'waits'),
          localCopyUs: fc.oneof(fc.constant(0), fc.constant(0), anyUs(2_000_000)),
          replica: fc.option(
            fc.record({
              copyDelayUs: anyUs(100_000),
              pingIntervalUs: fc.integer({ min: 50_000, max: 500_000 }),
              pingFailuresMax: fc.integer({ min: 1, max: 3 }),
              readsFrom: fc.constantFrom('primary', 'replica'),
              resyncs: fc.constantFrom(true, true, false),
            }),
          ),
        }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ changes, focus, ...rest }) =>
    withHandOvers(focused(clusterScenario({ ...rest, ...changes }), focus)),
  );

/** Some situations need several settings at once, which are rarely drawn together. */
function focused(scenario: ClusterScenario, focus: Focus): ClusterScenario {
  const { sessions, tokens, timing } = scenario;
  switch (focus) {
    case 'none':
      return scenario;
    // Two tabs change a session, and a lock can expire before its holder is done.
    case 'one-session':
      return {
        ...scenario,
        strategy: 'shared-store',
        sessions: {
          ...sessions,
          writes: sessions.writes === 'if-unchanged' ? 'if-unchanged' : 'lock',
          lock: { ttlUs: 1_000_000, pollUs: 20_000, timeoutUs: 2_000_000 },
        },
        timing: {
          ...timing,
          service: { kind: 'exponential', meanUs: 700_000 },
          serverTimeoutUs: 5_000_000,
          clientTimeoutUs: 6_000_000,
        },
        clients: [
          clients([{ kind: 'log-in', user: 'mina' }, twoChanges, twoChanges, { kind: 'cart' }]),
          ...scenario.clients,
        ],
      };
    case 'one-refresh-token':
      return {
        ...scenario,
        strategy: 'signed-token',
        tokens: { ...tokens, refreshLifetimeUs: 20_000_000, graceUs: Math.min(tokens.graceUs, 2_000_000) },
        clients: [
          clients([
            { kind: 'log-in', user: 'mina' },
            { kind: 'hand-over', to: clientId(2) },
            refresh,
            { kind: 'at-once', lines: [refresh, refresh] },
            refresh,
          ]),
          clients([refresh, refresh, { kind: 'me' }], { arrivesAtUs: 5_000_000 }),
          ...scenario.clients,
        ],
      };
    default:
      throw new Error(`Unknown focus ${focus satisfies never}`);
  }
}

const twoChanges: Line = {
  kind: 'at-once',
  lines: [
    { kind: 'add-to-cart', product: 'laptop' },
    { kind: 'add-to-cart', product: 'americano' },
  ],
};

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
  fc
    .tuple(
      anyLineAtAll.filter(({ kind }) => kind !== 'hand-over'),
      fc.boolean(),
    )
    .map(
      ([line, inParallel]): NodeCommand =>
        inParallel ? { kind: 'say', line, inParallel } : { kind: 'say', line },
    ),
  anyUs(20_000_000).map((forUs): NodeCommand => ({ kind: 'stay-away', forUs })),
  {
    weight: 5,
    arbitrary: anyTampering.map((tampering): NodeCommand => ({ kind: 'tamper', tampering })),
  },
  fc.boolean().map((keepsOld): NodeCommand => ({ kind: 'rotate-key', kid: '2', keepsOld })),
  anyOffset.map((offsetUs): NodeCommand => ({ kind: 'set-clock', offsetUs })),
  fc.constant<NodeCommand>({ kind: 'remove-keys' }),
  fc.constant<NodeCommand>({ kind: 'flush' }),
  fc
    .record({
      server: fc.integer({ min: 1, max: 3 }).map(serverId),
      state: fc.constantFrom('drain' as const, 'maint', 'ready'),
    })
    .map((command): NodeCommand => ({ kind: 'set-server-state', ...command })),
);

/** At a landmark, while a request is in flight, or during a think time. */
const anyOffsetUs = fc.oneof(fc.constant(0), anyUs(10_000), anyUs(100_000), anyUs(6_000_000));

const anyOrder = fc.record({
  kind: fc.constantFrom(
    ...(['crash', 'crash', 'crash', 'restart', 'restart', 'add', 'drain'] as const),
    ...([
      'cut',
      'heal',
      'partition',
      'heal-all',
      'drop',
      'drop',
      'instruct',
      'instruct',
      'instruct',
    ] as const),
    ...(['reboot', 'reboot', 'freeze', 'freeze', 'thaw', 'thaw', 'deploy'] as const),
  ),
  node: anyPlace,
  other: anyPlace,
  isFar: fc.nat({ max: 3 }).map((of4) => of4 === 0),
  instruction: anyInstruction,
  client: anyPlace,
  line: anyPlace,
  at: fc.constantFrom('sent', 'arrived', 'answered'),
  offsetUs: anyOffsetUs,
  isAtTime: fc.nat({ max: 9 }).map((of10) => of10 === 0),
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
  if (kind !== 'restart' && kind !== 'heal' && kind !== 'thaw') return null;
  const undone = commands.findLast((each) => each.kind === faultsUndone[kind]);
  if (undone === undefined) return null;
  const moment =
    'atUs' in undone.moment
      ? { atUs: undone.moment.atUs + offsetUs }
      : { ...undone.moment, offsetUs: undone.moment.offsetUs + offsetUs };
  if (undone.kind === 'crash') return { kind: 'restart', node: undone.node, moment };
  if (undone.kind === 'freeze') return { kind: 'thaw', node: undone.node, moment };
  return undone.kind === 'cut' ? { kind: 'heal', between: undone.between, moment } : null;
}

const faultsUndone = { restart: 'crash', heal: 'cut', thaw: 'freeze' } as const;

const waysToCrash = [{}, {}, { how: 'process' }, { how: 'machine' }] as const;

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
  const moment = order.isAtTime ? { atUs: order.offsetUs } : momentOf(order, scenario);
  const { servers } = scenario;
  // The initial servers, and one more that can be added.
  const near = nodes.filter((node) => isServer(node) && ordinalOf(node) <= servers + 1);
  const backends = nodes.filter((node) => !isServer(node) && !isClient(node));
  const machines = order.isFar ? backends : near;
  const node = pick(machines, order.node);
  const { kind } = order;
  switch (kind) {
    case 'crash':
      return { kind, node, ...waysToCrash[order.other % waysToCrash.length], moment };
    case 'deploy':
      return { kind, node: pick(near, order.node), version: 1 + (order.other % 2), moment };
    case 'freeze':
    case 'thaw':
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
    case 'set-clock':
    case 'install':
      return servers;
    case 'flush':
      return backends;
    case 'set-server-state':
      return backends.includes(LOAD_BALANCER) ? [LOAD_BALANCER] : backends;
    // Actors ignore the commands of others.
    default:
      return [...clients, ...servers, ...backends];
  }
}

/** Relative to a request that some client really sends. */
function momentOf({ client, line, at, offsetUs }: DrawnCommand, scenario: ClusterScenario): Moment {
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
