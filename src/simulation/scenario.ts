/** A scenario: everything that a run depends on besides the operator's commands, as plain JSON. */
import type { BalancingPolicy } from './actors/balancing.ts';
import type { Line } from './applications/line.ts';
import type { Duration } from './kernel/duration.ts';
import type { Latency } from './kernel/network.ts';
import type { SessionPolicy } from './session.ts';
import type { StrategyId } from './strategies/strategy-traits.ts';
import type { TransportScenario } from './transport-scenario.ts';

/** The most servers that fit on a stage, and have a key each. */
export const SERVERS_MAX = 9;
export const COMMANDS_MAX = 200;

export type Scenario = ClusterScenario | TransportScenario;

export interface ClusterScenario {
  readonly kind: 'cluster';
  readonly strategy: StrategyId;
  readonly balancing: BalancingPolicy;
  /** How many servers there are at the beginning, 1 or more. */
  readonly servers: number;
  readonly capacity: ServerCapacity;
  /** In the order in which clients are numbered. */
  readonly clients: readonly ClientGroup[];
  readonly sessions: SessionPolicy;
  readonly tokens: TokenPolicy;
  readonly replication: ReplicationConditions;
  /** Of strategies that keep sessions in a store beside the servers. */
  readonly store: StoreConditions;
  readonly seed: number;
  readonly timing: Timing;
  readonly network: NetworkConditions;
  /**
   * How clients come to the servers: over connections that are taken for granted, through the load balancer; or over
   * TCP, segment by segment, to one address and whichever server is up there, without a load balancer.
   */
  readonly connections: 'granted' | 'tcp';
}

/** Clients that do the same. */
export interface ClientGroup {
  readonly count: number;
  /** What each says, in order. */
  readonly script: readonly Line[];
  /** How often each client says it all, 1 or more. */
  readonly repeats: number;
  /** When each client says its first line: this much after the beginning, */
  readonly arrivesAtUs: number;
  /** and up to this much later, as the seed draws. */
  readonly arrivesWithinUs: number;
  /** From a reply to the next line. In the lessons, longer than the load balancer takes to notice a crash. */
  readonly think: Duration;
  /** How often a request that failed is sent again by itself. */
  readonly retries: number;
  /** Whether a client that is told 401 logs in again, and asks again. */
  readonly logsInAgain: boolean;
  /** Whether they are behind the one router that there is, and so have its address (network address translation). */
  readonly sharesAddress: boolean;
}

/** How much a server can do at a time. */
export interface ServerCapacity {
  /** So many requests at once, 1 or more: a worker stays with its request while it waits for others. */
  readonly workers: number;
  /** How many more requests can wait. A request that finds the queue full is answered with 503. */
  readonly queueMax: number;
}

export interface TokenPolicy {
  /** How long a token is valid. Until then a server accepts it from anyone who presents it. */
  readonly lifetimeUs: number;
  /** Whether servers look each token up in a list of revoked ones, in the session store: that is state again. */
  readonly hasDenyList: boolean;
  /** How long an unused refresh token is kept in the session store, whole seconds; null where none are issued. */
  readonly refreshLifetimeUs: number | null;
}

/** Of sessions that every server keeps. */
interface ReplicationConditions {
  /** From a write until its copies leave. In the lessons, long enough for the answer to come first. */
  readonly delayUs: number;
}

export interface StoreConditions {
  /** Whether every write is on disk before it is answered, so that a crash takes none of it. */
  readonly isPersistent: boolean;
  /** How many entries there is room for, 1 or more; null is no limit. */
  readonly entriesMax: number | null;
  /** A second machine that gets a copy of everything, and stands in when the first is dead. */
  readonly replica: ReplicaConditions | null;
}

export interface ReplicaConditions {
  /** From a write until its copy leaves: what is written in between, and answered, a crash can take. */
  readonly copyDelayUs: number;
  readonly pingIntervalUs: number;
  /** So many pings in a row must fail before the replica stands in. */
  readonly pingFailuresMax: number;
}

/** Virtual microseconds throughout. */
export interface TokenPolicy {
  /** How long a token is valid. Until then whoever holds it is let in, and nobody can recall it, */
  readonly lifetimeUs: number;
  /** unless servers look each one up in a list of those that were logged out: state again, in the session store. */
  readonly hasDenyList: boolean;
  /** How long an unused refresh token is kept in the session store, whole seconds; null where none are given out. */
  readonly refreshLifetimeUs: number | null;
}

export interface Timing {
  /** A server's work on a request, from its turn until it answers, without the waits for others. */
  readonly service: Duration;
  /** From then until the reply is on its way: in between, a crash loses a reply in preparation. */
  readonly replyUs: number;
  readonly healthIntervalUs: number;
  /** So many health checks in a row must fail before a server counts as down. */
  readonly healthFailuresMax: number;
  /** How long a server waits for the database or the store, */
  readonly backendTimeoutUs: number;
  /** the load balancer for a server, */
  readonly serverTimeoutUs: number;
  /** and a client for its answer. */
  readonly clientTimeoutUs: number;
}

export interface NetworkConditions {
  /** Between clients and the load balancer. */
  readonly internet: Latency;
  /** Between the machines of the cluster. */
  readonly cluster: Latency;
  /** How many messages of a million are lost by chance, on every link. */
  readonly lossPerMillion: number;
}

const SECOND_US = 1_000_000;

/** A customer thinks for longer than two health checks take, so a crash between requests is noticed in time. */
const defaults = {
  kind: 'cluster',
  balancing: 'first',
  servers: 3,
  capacity: { workers: 8, queueMax: 100 },
  sessions: { idleUs: 120 * SECOND_US, absoluteUs: 600 * SECOND_US, renewsIdAtLogin: true },
  tokens: { lifetimeUs: 600 * SECOND_US, hasDenyList: false, refreshLifetimeUs: null },
  replication: { delayUs: 50_000 },
  store: { isPersistent: false, entriesMax: null, replica: null },
  seed: 1,
  timing: {
    service: { kind: 'fixed', us: 2_000 },
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
  },
  connections: 'granted',
} as const satisfies Partial<ClusterScenario>;

type Optional<Whole, Key extends keyof Whole> = Omit<Whole, Key> & Partial<Pick<Whole, Key>>;

/** A scenario of which only what is special need be said. */
export function clusterScenario(given: Optional<ClusterScenario, keyof typeof defaults>): ClusterScenario {
  return { ...defaults, ...given };
}

/** One client, or several, of whom only what is special need be said. */
export function clients(script: readonly Line[], given: Partial<ClientGroup> = {}): ClientGroup {
  return {
    count: 1,
    script,
    repeats: 1,
    arrivesAtUs: 0,
    arrivesWithinUs: 0,
    think: { kind: 'fixed', us: 4 * SECOND_US },
    retries: 0,
    logsInAgain: false,
    sharesAddress: false,
    ...given,
  };
}
