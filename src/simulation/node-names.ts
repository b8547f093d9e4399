/** Names of nodes and of requests. */
import type { NodeId, RequestId } from './kernel/actor.ts';

/** The first client; further ones are numbered from 2. */
export const CLIENT = 'client';
export const LOAD_BALANCER = 'load-balancer';
export const DATABASE = 'database';
/** Stores sessions beside the servers, under strategies with a session store. */
export const SESSION_STORE = 'session-store';
/** Replica of the session store. It's promoted when the store fails. */
export const SESSION_STORE_REPLICA = 'session-store-replica';
/** Address of the service without a load balancer. The first server that is up answers there. */
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
/** A role with a single node, whose ID equals the role. */
type SingleRole = (typeof singleRoles)[number];

/** A node's role and its number within the role, from 1, parsed from its ID. */
export function roleOf(node: NodeId): { readonly role: NodeRole; readonly ordinal: number } {
  const single = singleRoles.find((role) => role === node);
  if (single !== undefined) return { role: single, ordinal: 1 };
  if (node === CLIENT) return { role: 'client', ordinal: 1 };
  const [, role, digits] = /^(client|server)-(\d+)$/.exec(node) ?? [];
  if (role !== 'client' && role !== 'server') throw new Error(`${node} is not a node of this cluster.`);
  return { role, ordinal: Number(digits) };
}

export function isClient(node: NodeId): boolean {
  return node === CLIENT || node.startsWith(`${CLIENT}-`);
}

export function isServer(node: NodeId): boolean {
  return node.startsWith('server-');
}

export function isStore(node: NodeId): boolean {
  return node === SESSION_STORE || node === SESSION_STORE_REPLICA;
}

const serversByMembers = new WeakMap<readonly NodeId[], readonly NodeId[]>();

/** Servers among a cluster's members. Memoised per member list, which can have thousands of clients. */
export function serversAmong(members: readonly NodeId[]): readonly NodeId[] {
  let servers = serversByMembers.get(members);
  if (servers === undefined) {
    servers = members.filter(isServer);
    serversByMembers.set(members, servers);
  }
  return servers;
}

/**
 * ID of the request that script line `line` sends, so line 3 is request 3 under every strategy.
 *
 * @param line From 1.
 * @param extra Counts further requests that this line causes, such as logging in again, from 1. 0 is the line's own request.
 */
export function requestId(client: NodeId, line: number, extra = 0): RequestId {
  return extra === 0 ? `${client}/${line}` : `${client}/${line}+${extra}`;
}
