/** Binds a client's address to a server, without a table. */
import type { AddressHash } from '../balancer.ts';
import type { NodeId } from '../kernel/actor.ts';
import { hashOf } from '../kernel/random.ts';
import { serverForAddress } from './rendezvous-hashing.ts';

/**
 * The server that an address belongs to.
 *
 * @param all All servers, in order.
 * @param mayServe Whether a server can get the request.
 */
export function serverByHash(
  hash: AddressHash,
  address: string,
  all: readonly NodeId[],
  mayServe: (server: NodeId) => boolean,
): NodeId | undefined {
  switch (hash) {
    case 'rendezvous':
      return serverForAddress(address, all.filter(mayServe));
    case 'map':
      return byMap(address, all.filter(mayServe));
    case 'consistent':
      return byRing(address, all.filter(mayServe));
    case 'network':
      return byNetwork(address, all, mayServe);
    default:
      throw new Error(`Unknown hash ${hash satisfies never}`);
  }
}

/** HAProxy's `map-based`: the hash divided by the number of servers, so one server more or less moves most addresses. */
function byMap(address: string, servers: readonly NodeId[]): NodeId | undefined {
  return servers[hashOf(address) % Math.max(1, servers.length)];
}

/** Points of each server on the ring. HAProxy has 16 per unit of weight. */
const POINTS = 16;

/** HAProxy's `consistent` (Karger and others 1997): the next point on a ring belongs to the address's server. */
function byRing(address: string, servers: readonly NodeId[]): NodeId | undefined {
  const place = hashOf(address);
  let next: { readonly server: NodeId; readonly distance: number } | undefined;
  for (const server of servers) {
    for (let point = 0; point < POINTS; point += 1) {
      const distance = (hashOf(`${server} ${point}`) - place + HASHES) % HASHES;
      if (next === undefined || distance < next.distance) next = { server, distance };
    }
  }
  return next?.server;
}

const HASHES = 2 ** 32;

/** After this number of servers that can't serve, nginx leaves the hash and takes the next server in turn. */
const TRIES = 20;

/**
 * nginx's `ip_hash`: the first three octets decide, so all clients of a /24 network share a server. Others than the
 * clients of a failed server stay where they are, and those return when it does (ngx_http_upstream_ip_hash_module.c).
 */
function byNetwork(
  address: string,
  all: readonly NodeId[],
  mayServe: (server: NodeId) => boolean,
): NodeId | undefined {
  const octets = address.split('.').slice(0, 3).map(Number);
  let hash = 89;
  for (let tries = 0; tries <= TRIES; tries += 1) {
    for (const octet of octets) hash = (hash * 113 + octet) % 6271;
    const server = all[hash % Math.max(1, all.length)];
    if (server !== undefined && mayServe(server)) return server;
  }
  return all.find(mayServe);
}
