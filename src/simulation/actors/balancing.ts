/** How a load balancer chooses a server for newcomers, and for clients that are bound to one. */
import type { NodeId } from '../kernel/actor.ts';
import { hashOf } from '../kernel/random.ts';
import type { StrategyId } from '../strategies/session-strategy.ts';

export const balancingPolicies = [
  'first',
  'round-robin',
  'least-connections',
  'cookie',
  'source-address',
] as const;
/** `first`: the first healthy server, so that only a crash changes the server. */
export type BalancingPolicy = (typeof balancingPolicies)[number];

export interface Balancing {
  /** Policy for clients without a bound server. */
  readonly newcomers: Extract<BalancingPolicy, 'first' | 'round-robin' | 'least-connections'>;
  /** What binds a client to its previous server. */
  readonly affinity: 'none' | Extract<BalancingPolicy, 'cookie' | 'source-address'>;
}

/** The load balancer's own cookie. It names the server that a client is bound to. */
export const AFFINITY_COOKIE = 'lb';

/** Sticky sessions need an affinity under any policy: a cookie, unless the policy brings its own. */
export function balancingOf(policy: BalancingPolicy, strategy: StrategyId): Balancing {
  switch (policy) {
    case 'first':
    case 'round-robin':
    case 'least-connections':
      return { newcomers: policy, affinity: strategy === 'sticky' ? 'cookie' : 'none' };
    case 'cookie':
    case 'source-address':
      return { newcomers: 'round-robin', affinity: policy };
    default:
      throw new Error(`Unknown policy ${policy satisfies never}`);
  }
}

/**
 * The server for an address: the one with the highest hash of both (rendezvous hashing, Thaler and Ravishankar 1998),
 * so
 * that adding or removing a server moves only the addresses that it gets or had.
 */
export function serverForAddress(address: string, servers: readonly NodeId[]): NodeId | undefined {
  let best: NodeId | undefined;
  let bestHash = -1;
  for (const server of servers) {
    const hash = hashOf(`${address} ${server}`);
    if (hash <= bestHash) continue;
    best = server;
    bestHash = hash;
  }
  return best;
}
