/** How a load balancer chooses a server for newcomers, and for clients that are bound to one. */
import type { StrategyTraits } from '../strategies/strategy-traits.ts';

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

/** @param affinity The strategy's affinity, used when the policy brings none of its own. */
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
