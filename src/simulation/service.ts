/** The address of a service without a load balancer: all servers share it. */
import { SERVICE, serverId } from './cluster.ts';
import type { NodeId } from './kernel/actor.ts';
import { SERVERS_MAX } from './scenario.ts';

export function serviceAddress(servers: number): ReadonlyMap<NodeId, readonly NodeId[]> {
  return new Map([[SERVICE, serverIds(servers)]]);
}

/** Those that there are at the beginning, and those that may be added. */
export function serverIds(servers: number): readonly NodeId[] {
  return Array.from({ length: Math.max(servers, SERVERS_MAX) }, (_, index) => serverId(index + 1));
}
