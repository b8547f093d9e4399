/** How a load balancer chooses a server: for those it has not met, and for those who are to be sent back where they were. */
import type { StrategyTraits } from '../strategies/strategy-traits.ts';

export const balancingPolicies = [
  'first',
  'round-robin',
  'least-connections',
  'cookie',
  'source-address',
] as const;
/** `first`: the first healthy server, so that only a crash changes the clerk. */
export type BalancingPolicy = (typeof balancingPolicies)[number];

export interface Balancing {
  /** Who serves those whom nothing binds to a server. */
  readonly newcomers: Extract<BalancingPolicy, 'first' | 'round-robin' | 'least-connections'>;
  /** What binds a client to the server that it had. */
  readonly affinity: 'none' | Extract<BalancingPolicy, 'cookie' | 'source-address'>;
}

/** The load balancer's own cookie: it names the server that a client is bound to. */
export const AFFINITY_COOKIE = 'lb';

/** @param affinity What the strategy asks for where the policy has none of its own. */
export function balancingOf(policy: BalancingPolicy, affinity: StrategyTraits['affinity']): Balancing {
  switch (policy) {
    case 'first':
    case 'round-robin':
    case 'least-connections':
      return { newcomers: policy, affinity };
    case 'cookie':
    case 'source-address':
      return { newcomers: 'round-robin', affinity: policy };
    default:
      throw new Error(`Unknown policy ${policy satisfies never}`);
  }
}
