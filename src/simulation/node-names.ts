/** Names of nodes and of requests. */
import type { NodeId, RequestId } from './kernel/actor.ts';

/** The first client; further ones are numbered from 2. */
export const CLIENT = 'client';
export const LOAD_BALANCER = 'load-balancer';
export const DATABASE = 'database';
/** Where servers keep sessions, under strategies that have such a place; */
export const SESSION_STORE = 'session-store';
/** and a copy of it, which stands in for it. */
export const SESSION_STORE_REPLICA = 'session-store-replica';
/** The address of the service where there is no load balancer: whichever server is up answers there. */
export const SERVICE = 'service';

/** @param ordinal From 1. */
export function clientId(ordinal: number): NodeId {
  return ordinal === 1 ? CLIENT : `${CLIENT}-${ordinal}`;
}

/** @param ordinal From 1. */
export function serverId(ordinal: number): NodeId {
  return `server-${ordinal}`;
}

type NodeRole = 'client' | 'server' | SingleRole;

const singleRoles = [LOAD_BALANCER, DATABASE, SESSION_STORE, SESSION_STORE_REPLICA] as const;
/** A role that one node has, whose name it is. */
type SingleRole = (typeof singleRoles)[number];

/** A node's role and its number among those of its role, from 1, as its name has them. */
export function roleOf(node: NodeId): { readonly role: NodeRole; readonly ordinal: number } {
  const single = singleRoles.find((role) => role === node);
  if (single !== undefined) return { role: single, ordinal: 1 };
  if (node === CLIENT) return { role: 'client', ordinal: 1 };
  const [, role, digits] = /^(client|server)-(\d+)$/.exec(node) ?? [];
  if (role !== 'client' && role !== 'server') throw new Error(`No node of this cluster is called ${node}.`);
  return { role, ordinal: Number(digits) };
}

export function isClient(node: NodeId): boolean {
  return node === CLIENT || node.startsWith(`${CLIENT}-`);
}

export function isServer(node: NodeId): boolean {
  return node.startsWith('server-');
}

const serversByMembers = new WeakMap<readonly NodeId[], readonly NodeId[]>();

/** The servers among the members of a cluster, which may have thousands of clients: told once a list of members. */
export function serversAmong(members: readonly NodeId[]): readonly NodeId[] {
  let servers = serversByMembers.get(members);
  if (servers === undefined) {
    servers = members.filter(isServer);
    serversByMembers.set(members, servers);
  }
  return servers;
}

/**
 * ID of the request that script line `line` sends: line 3 is request 3 under every strategy.
 *
 * @param line From 1.
 * @param extra Counts, from 1, what the client sends because of that line, such as logging in again; 0 is the line itself.
 */
export function requestId(client: NodeId, line: number, extra = 0): RequestId {
  return extra === 0 ? `${client}/${line}` : `${client}/${line}+${extra}`;
}
