/** The service's address without a load balancer, shared by all servers. */
import { SERVICE, serverId } from './cluster.ts';
import type { NodeId } from './kernel/actor.ts';
import { SERVERS_MAX } from './scenario.ts';

export function serviceAddress(servers: number): ReadonlyMap<NodeId, readonly NodeId[]> {
  return new Map([[SERVICE, serverIds(servers)]]);
}

/** Servers at the start, and those that can be added. */
export function serverIds(servers: number): readonly NodeId[] {
  return Array.from({ length: Math.max(servers, SERVERS_MAX) }, (_, index) => serverId(index + 1));
}
