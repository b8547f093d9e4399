/** The kernel's types, filled in with what this cluster says, remembers and can be told; and its nodes' names. */

import type { Instruction } from './instruction.ts';
import type * as Kernel from './kernel/actor.ts';
import type { NodeId, RequestId } from './kernel/actor.ts';
import type * as Commands from './kernel/command.ts';
import type * as Trace from './kernel/trace-event.ts';
import type { MemoryItem } from './memory.ts';
import type { WireBody } from './protocol/wire.ts';

export interface ClusterDomain {
  readonly body: WireBody;
  readonly item: MemoryItem;
  readonly instruction: Instruction;
}

export type ClusterActor<State> = Kernel.Actor<State, ClusterDomain>;
export type ClusterContext = Kernel.Context<ClusterDomain>;
export type ClusterEffect = Kernel.Effect<ClusterDomain>;
export type ClusterEvent = Trace.TraceEvent<ClusterDomain>;
export type ClusterInput = Kernel.Input<ClusterDomain>;
export type ClusterMessage = Kernel.Message<WireBody>;
export type ClusterSink = Trace.Sink<ClusterDomain>;
export type Command = Commands.Command<Instruction>;

/** The first client; further ones are numbered from 2. */
export const CLIENT = 'client';
export const LOAD_BALANCER = 'load-balancer';
export const DATABASE = 'database';
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

type NodeRole = 'client' | 'load-balancer' | 'server' | 'database';

/** A node's role and its number among those of its role, from 1, as its name has them. */
export function roleOf(node: NodeId): { readonly role: NodeRole; readonly ordinal: number } {
  if (node === LOAD_BALANCER || node === DATABASE || node === CLIENT) return { role: node, ordinal: 1 };
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

/**
 * The request of the script's line so many; `extra` counts what a client does besides its script because of that
 * line, such as logging in again. So line 3 is request 3 under every strategy.
 *
 * @param line From 1.
 * @param extra From 1; 0 is the line itself.
 */
export function requestId(client: NodeId, line: number, extra = 0): RequestId {
  return extra === 0 ? `${client}/${line}` : `${client}/${line}+${extra}`;
}
