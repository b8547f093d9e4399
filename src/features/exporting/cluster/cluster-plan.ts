/** What the files of a cluster need from a scenario, in the units of real software. */
import { type Balancing, balancingOf } from '../../../simulation/actors/balancing.ts';
import type { ClusterScenario } from '../../../simulation/scenario.ts';
import type { StrategyId } from '../../../simulation/strategies/strategies.ts';
import { descriptorOf } from '../../../simulation/strategies/strategies.ts';

const balancers = ['haproxy', 'nginx'] as const;
export type Balancer = (typeof balancers)[number];

export interface ClusterPlan {
  readonly strategy: StrategyId;
  readonly balancing: Balancing;
  readonly conduct: ClusterScenario['balancer'];
  readonly servers: number;
  readonly timing: ClusterScenario['timing'];
  readonly sessions: ClusterScenario['sessions'];
  readonly tokens: ClusterScenario['tokens'];
  readonly replication: ClusterScenario['replication'];
  /** Null for a strategy without a session store. */
  readonly store: ClusterScenario['store'] | null;
  /** Whether each server copies its sessions to the others. */
  readonly keepsCopies: boolean;
  readonly workers: number;
  readonly keys: ClusterScenario['keys'];
  readonly keepAlive: ClusterScenario['keepAlive'];
  /** How long a server waits before each reply, so that a fault can be typed while a request is in flight. */
  readonly replyDelayMs: number;
}

export function clusterPlan(
  scenario: ClusterScenario,
  { replyDelayMs }: Pick<ClusterPlan, 'replyDelayMs'> = { replyDelayMs: 0 },
): ClusterPlan {
  const { strategy, balancing, balancer, servers, timing, sessions, tokens, replication, store, capacity } =
    scenario;
  const descriptor = descriptorOf(scenario);
  return {
    strategy,
    balancing: balancingOf(balancing, descriptor.affinity),
    conduct: balancer,
    servers,
    timing,
    sessions,
    tokens,
    replication,
    store: descriptor.stateLocation === 'store' ? store : null,
    keepsCopies: descriptor.keepsCopies,
    workers: capacity.workers,
    keys: scenario.keys,
    keepAlive: scenario.keepAlive,
    replyDelayMs,
  };
}

/** The balancers whose free version can balance like this. nginx has no affinity by cookie and no "first" policy. */
export function balancersFor({ balancing }: Pick<ClusterPlan, 'balancing'>): readonly Balancer[] {
  const isHaproxyOnly = balancing.affinity === 'cookie' || balancing.newcomers === 'first';
  return isHaproxyOnly ? ['haproxy'] : balancers;
}

/** Where a node listens: `server-1:8080` in Compose, another address where the same files run without containers. */
export type AddressOf = (node: string) => string;

export const SERVER_PORT = 8080;
const STORE_PORT = 6379;

export function composeAddress(node: string): string {
  return `${node}:${node.startsWith('session-store') ? STORE_PORT : SERVER_PORT}`;
}

export function serverNames({ servers }: Pick<ClusterPlan, 'servers'>): readonly string[] {
  return Array.from({ length: servers }, (_, index) => `server-${index + 1}`);
}

/** The services of the Compose file. */
export function serviceNames(plan: Pick<ClusterPlan, 'servers' | 'store'>): readonly string[] {
  const { store } = plan;
  return [
    'load-balancer',
    ...serverNames(plan),
    ...(store === null ? [] : ['session-store']),
    ...(store?.replica == null ? [] : ['session-store-replica']),
  ];
}

/** Rounded up, and at least 1: a time of 0 means "never" to some of the software. */
export function milliseconds(us: number): number {
  return Math.max(1, Math.ceil(us / 1_000));
}
