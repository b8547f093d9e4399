/** The addresses of clients, as a load balancer sees them. */
import { roleOf } from './cluster.ts';
import type { NodeId } from './kernel/actor.ts';
import type { ClusterScenario } from './scenario.ts';

/**
 * From the address blocks for examples (RFC 5737) and, for large clusters, for benchmarks (RFC 2544). Where whole networks
 * are hashed, people without a common router are in different ones. Otherwise that makes no difference, and saved runs
 * keep their addresses.
 */
export function addressesIn({ clients, balancer }: ClusterScenario): (client: NodeId) => string {
  const isByNetwork = balancer.addressHash === 'network';
  const groups = clients.flatMap((group) => Array.from({ length: group.count }, () => group));
  return (client) => {
    const { ordinal } = roleOf(client);
    if (groups[ordinal - 1]?.sharesAddress) return '203.0.113.1';
    const [network, host] = isByNetwork ? [ordinal % 256, ordinal >> 8] : [ordinal >> 8, ordinal % 256];
    return `198.${18 + (ordinal >> 16)}.${network % 256}.${host % 256}`;
  };
}
