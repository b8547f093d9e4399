/** Binds a client's address to a server, without a table. */
import type { NodeId } from '../kernel/actor.ts';
import { hashOf } from '../kernel/random.ts';

/**
 * The server that an address belongs to: the one with the highest hash of both (rendezvous hashing, Thaler and
 * Ravishankar 1998), so that one server more or less moves only the addresses that it gets or had.
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
