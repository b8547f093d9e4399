/** A scenario: everything a run depends on except the operator's commands, as plain JSON. */
import type { BalancingPolicy } from './actors/balancing.ts';
import type { Line } from './applications/line.ts';
import type { Arrivals } from './arrivals.ts';
import { type BalancerConduct, balancerProfiles } from './balancer.ts';
import { type Fields, fillMissing, leaveOut } from './fill-missing.ts';
import type { Duration } from './kernel/duration.ts';
import type { Latency } from './kernel/network.ts';
import { plainRetries, type RetryPolicy } from './retry-policy.ts';
import type { SessionPolicy } from './session.ts';
import type { StrategyId } from './strategies/strategies.ts';
import type { KeyDistribution, TokenPolicy } from './token-policy.ts';
import type { TransportScenario } from './transport-scenario.ts';
import { isRecord } from './validation/is-record.ts';

export { COMMANDS_MAX, SERVERS_MAX } from './scenario-limits.ts';

export type Scenario = ClusterScenario | TransportScenario;

export interface ClusterScenario {
  readonly kind: 'cluster';
  readonly strategy: StrategyId;
  readonly balancing: BalancingPolicy;
  /** What the load balancer does when servers fail. Its profiles are in `balancer.ts`. */
  readonly balancer: BalancerConduct;
  /** Number of servers at the start, 1 or more. */
  readonly servers: number;
  /** Version of the code on each server at the start, in order; 1 for the others. */
  readonly versions: readonly number[];
  readonly capacity: ServerCapacity;
  /** In client number order. */
  readonly clients: readonly ClientGroup[];
  readonly sessions: SessionPolicy;
  readonly tokens: TokenPolicy;
  /** Used by strategies with keys. */
  readonly keys: KeyDistribution;
  /**
   * How far each server's clock is ahead of the others, in server number order; negative when it's behind. Missing ones
   * are right.
   */
  readonly clockOffsetsUs: readonly number[];
  readonly replication: ReplicationConditions;
  /** Used by strategies with a session store. */
  readonly store: StoreConditions;
  /** Used with a load balancer. */
  readonly keepAlive: KeepAlive;
  readonly seed: number;
  readonly timing: Timing;
  readonly network: NetworkConditions;
  /**
   * How clients reach the servers. `granted`: over implied connections through the load balancer. `tcp`: over TCP,
   * segment by segment, without a load balancer, to one address that any running server answers.
   */
  readonly connections: 'granted' | 'tcp';
}

/** Clients with the same script. */
export interface ClientGroup {
  readonly count: number;
  /** Lines that each client sends, in order. */
  readonly script: readonly Line[];
  /** How often each client runs the script, 1 or more. */
  readonly repeats: number;
  /** When each client sends its first line, in virtual microseconds from the start. */
  readonly arrivesAtUs: number;
  /** Each arrival is delayed further by a random time up to this one. */
  readonly arrivesWithinUs: number;
  /** How the clients of the group follow one another. */
  readonly arrivals: Arrivals;
  /** Time from a reply to the next line. In lessons, longer than the load balancer takes to detect a crash. */
  readonly think: Duration;
  /** How often a failed request is retried automatically. */
  readonly retries: number;
  /**
   * Whether the browser itself sends a request again, once, if a connection that it had used before closes without any
   * byte of a response. Chromium does so with any method; the script's retries come on top of it.
   */
  readonly resendsOnReset: boolean;
  readonly retryPolicy: RetryPolicy;
  /** Whether a client logs in again after a 401, and retries the request. */
  readonly logsInAgain: boolean;
  /** Whether these clients are behind the one router, and so share its address (network address translation). */
  readonly sharesAddress: boolean;
}

/** A server's concurrency limits. */
export interface ServerCapacity {
  /** Concurrent requests, 1 or more. A worker is occupied while its request waits for other nodes. */
  readonly workers: number;
  /** Maximum number of queued requests. Further ones get a 503. */
  readonly queueMax: number;
}

/** For sessions that are replicated to every server. */
interface ReplicationConditions {
  /** Time from a write until its copies are sent. In lessons, long enough for the response to go first. */
  readonly delayUs: number;
}

export interface StoreConditions {
  /** Whether every write is on disk before the reply, so that a crash loses none. */
  readonly isPersistent: boolean;
  /** Capacity in entries, 1 or more; null means no limit. */
  readonly entriesMax: number | null;
  /**
   * What a full store does with a write: evict the least recently used entry for a new one, or refuse every write, of a
   * key that it has, too (Redis `noeviction`). It still reads and deletes.
   */
  readonly whenFull: 'evict' | 'refuse';
  /**
   * What a server does when it can't write or delete a session: answer 503, or go on as if it had. A 503 is a choice;
   * many frameworks answer 200 with the cookie of a session that was never stored.
   */
  readonly onWriteError: 'fail' | 'ignore';
  /**
   * What a server does while no store serves: fail at once, or queue its commands and try again, in order, until the
   * load balancer stops waiting for the response.
   */
  readonly client: 'fails' | 'waits';
  /** How long a server answers from its own copy of a session before it asks the store again; 0 for no copies. */
  readonly localCopyUs: number;
  /** A second machine with a copy of everything. It's promoted when the first one fails. */
  readonly replica: ReplicaConditions | null;
}

export interface ReplicaConditions {
  /** Time from a write until its copy is sent. A crash in between loses the write, even after its reply. */
  readonly copyDelayUs: number;
  readonly pingIntervalUs: number;
  /** Consecutive failed pings before the replica is promoted. */
  readonly pingFailuresMax: number;
  /** Which store servers ask first for reads. A replica answers them from what it has, however old. */
  readonly readsFrom: 'primary' | 'replica';
  /**
   * Whether a store that returns gets all data of its peer. If not, it continues with its own, and serves as before the
   * failure.
   */
  readonly resyncs: boolean;
}

/** Connections between load balancer and servers. */
export interface KeepAlive {
  /** How long an idle connection stays open until its server closes it; null means forever. Node's default is 5 s. */
  readonly idleUs: number | null;
}

/** All times in virtual microseconds. */
export interface Timing {
  /** A server's own work on a request, without waits for other nodes. */
  readonly service: Duration;
  /** A server's further work on a request that proves a user by a password, which it hashes slowly on purpose. */
  readonly passwordHashUs: number;
  /** From the end of that work until the reply is sent. A crash in between loses the prepared reply. */
  readonly replyUs: number;
  readonly healthIntervalUs: number;
  /** Consecutive failed health checks before a server is marked down. */
  readonly healthFailuresMax: number;
  /** How long a server waits for the database or the store before it gives up. */
  readonly backendTimeoutUs: number;
  /** How long the load balancer waits for a server before it gives up. */
  readonly serverTimeoutUs: number;
  /** How long a client waits for a response before it gives up. */
  readonly clientTimeoutUs: number;
}

export interface NetworkConditions {
  /** Between clients and the load balancer. */
  readonly internet: Latency;
  /** Between the cluster's machines. */
  readonly cluster: Latency;
  /** Random losses per million messages, on every link. */
  readonly lossPerMillion: number;
  /**
   * What happens to messages over a cut link. `lose`: they are lost, however short the cut. `delay`: TCP retransmits them
   * until the link is restored, unless their sender gives up first.
   */
  readonly cutLinks: 'lose' | 'delay';
}

const SECOND_US = 1_000_000;

/** Think time exceeds two health checks, so a crash between requests is detected before the next one. */
const defaults = {
  kind: 'cluster',
  balancing: 'first',
  balancer: balancerProfiles.ideal,
  servers: 3,
  versions: [],
  capacity: { workers: 8, queueMax: 100 },
  sessions: {
    idleUs: 120 * SECOND_US,
    absoluteUs: 600 * SECOND_US,
    renewsIdAtLogin: true,
    writes: 'if-exists',
    lock: { ttlUs: 30 * SECOND_US, pollUs: 20_000, timeoutUs: 2 * SECOND_US },
  },
  tokens: {
    lifetimeUs: 600 * SECOND_US,
    hasDenyList: false,
    refreshLifetimeUs: null,
    leewayUs: 0,
    signature: 'shared-secret',
    refreshReuse: 'revoke',
    graceUs: 10 * SECOND_US,
  },
  keys: { kind: 'shared' },
  clockOffsetsUs: [],
  replication: { delayUs: 50_000 },
  store: {
    isPersistent: false,
    entriesMax: null,
    whenFull: 'evict',
    onWriteError: 'fail',
    client: 'fails',
    localCopyUs: 0,
    replica: null,
  },
  keepAlive: { idleUs: null },
  seed: 1,
  timing: {
    service: { kind: 'fixed', us: 2_000 },
    passwordHashUs: 0,
    replyUs: 300,
    healthIntervalUs: SECOND_US,
    healthFailuresMax: 2,
    backendTimeoutUs: 300_000,
    serverTimeoutUs: SECOND_US,
    clientTimeoutUs: 3 * SECOND_US,
  },
  network: {
    internet: { minUs: 18_000, maxUs: 24_000 },
    cluster: { minUs: 400, maxUs: 700 },
    lossPerMillion: 0,
    cutLinks: 'lose',
  },
  connections: 'granted',
} as const satisfies Partial<ClusterScenario>;

/** Of a store with a replica; by default there's none. */
export const replicaDefaults = {
  copyDelayUs: SECOND_US / 2,
  pingIntervalUs: SECOND_US,
  pingFailuresMax: 2,
  readsFrom: 'primary',
  resyncs: true,
} as const satisfies ReplicaConditions;

const clientDefaults = {
  count: 1,
  repeats: 1,
  arrivesAtUs: 0,
  arrivesWithinUs: 0,
  arrivals: { kind: 'within' },
  think: { kind: 'fixed', us: 4 * SECOND_US },
  retries: 0,
  resendsOnReset: false,
  retryPolicy: plainRetries,
  logsInAgain: false,
  sharesAddress: false,
} as const satisfies Partial<ClientGroup>;

type Optional<Whole, Key extends keyof Whole> = Omit<Whole, Key> & Partial<Pick<Whole, Key>>;

/** Members of these fields have defaults as well. */
interface GivenParts {
  readonly capacity?: Partial<ServerCapacity>;
  readonly sessions?: Partial<SessionPolicy>;
  readonly tokens?: Partial<TokenPolicy>;
  readonly replication?: Partial<ReplicationConditions>;
  readonly store?: Partial<Omit<StoreConditions, 'replica'>> & {
    readonly replica?: Partial<ReplicaConditions> | null;
  };
  readonly timing?: Partial<Timing>;
  readonly network?: Partial<NetworkConditions>;
}

export type GivenScenario = Omit<Optional<ClusterScenario, keyof typeof defaults>, keyof GivenParts> &
  GivenParts;

/** Creates a scenario from the given fields and defaults. Members that are missing at any depth have defaults, too. */
export function clusterScenario(given: GivenScenario): ClusterScenario {
  return withClusterDefaults({ ...given }) as unknown as ClusterScenario;
}

/** Creates a group of clients from the given fields and defaults. */
export function clients(script: readonly Line[], given: Partial<ClientGroup> = {}): ClientGroup {
  return { ...clientDefaults, script, ...given };
}

/** Adds the missing members of a cluster's scenario that have defaults. Not checked. */
export function withClusterDefaults(given: Fields): Fields {
  const filled = fillMissing(given, defaults);
  const { store, clients: groups } = filled;
  return {
    ...filled,
    ...(isRecord(store) &&
      isRecord(store.replica) && {
        store: { ...store, replica: fillMissing(store.replica, replicaDefaults) },
      }),
    ...(Array.isArray(groups) && {
      clients: groups.map((each: unknown) => (isRecord(each) ? fillMissing(each, clientDefaults) : each)),
    }),
  };
}

/** The inverse of `withClusterDefaults`. */
export function withoutClusterDefaults({ kind, ...scenario }: ClusterScenario): Fields {
  const { replica } = scenario.store;
  const short = leaveOut(scenario, defaults);
  return {
    kind,
    ...short,
    ...(replica !== null && {
      store: {
        ...(isRecord(short.store) ? short.store : {}),
        replica: leaveOut({ ...replica }, replicaDefaults),
      },
    }),
    clients: scenario.clients.map((each) => leaveOut({ ...each }, clientDefaults)),
  };
}
