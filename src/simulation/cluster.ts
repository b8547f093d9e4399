/** The kernel's types, filled in with what this cluster says and remembers. */
import type * as Kernel from './kernel/actor.ts';
import type * as Trace from './kernel/trace-event.ts';
import type { MemoryItem } from './memory.ts';
import type { WireBody } from './protocol/wire.ts';

export type ClusterActor<State> = Kernel.Actor<State, WireBody, MemoryItem>;
export type ClusterContext = Kernel.Context<MemoryItem>;
export type ClusterEffect = Kernel.Effect<WireBody, MemoryItem>;
export type ClusterEvent = Trace.TraceEvent<WireBody, MemoryItem>;
export type ClusterInput = Kernel.Input<WireBody>;
export type ClusterMessage = Kernel.Message<WireBody>;
export type ClusterReaction<State> = Kernel.Reaction<State, WireBody, MemoryItem>;
export type ClusterSink = Trace.Sink<WireBody, MemoryItem>;

export const CLIENT = 'client';
export const LOAD_BALANCER = 'load-balancer';
export const DATABASE = 'database';

/** @param ordinal From 1. */
export function serverId(ordinal: number): string {
  return `server-${ordinal}`;
}
