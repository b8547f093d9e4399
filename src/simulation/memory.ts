/** What the nodes of a cluster can remember. Everything on a memory shelf is one of these. */
import type { Conversation, Order } from './application/shop.ts';
import type { NodeId } from './kernel/actor.ts';
import { utf8Bytes } from './protocol/http.ts';

export type MemoryItem =
  /** On a server: a client's conversation, found by its session ID. */
  | { readonly kind: 'session'; readonly sessionId: string; readonly conversation: Conversation }
  /** On a client: what a server asked it to send along. */
  | { readonly kind: 'cookie'; readonly name: string; readonly value: string }
  /** On a client that carries its own state. */
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  /** On the load balancer: this server does not answer health checks. */
  | { readonly kind: 'server-down'; readonly server: NodeId }
  /** On the database: resource state. */
  | { readonly kind: 'order'; readonly orderNumber: number; readonly order: Order };

/** State of a user's session, as against resource state and what the cluster knows of itself. */
export function isUserState(item: MemoryItem): boolean {
  return item.kind === 'session' || item.kind === 'cookie' || item.kind === 'conversation';
}

/** The size of an item, in bytes of UTF-8, as it would be stored: a cookie as name and value, a session as its ID and JSON. */
export function bytesInMemory(item: MemoryItem): number {
  switch (item.kind) {
    case 'cookie':
      return utf8Bytes(`${item.name}=${item.value}`);
    case 'session':
      return utf8Bytes(item.sessionId) + utf8Bytes(JSON.stringify(item.conversation));
    case 'conversation':
      return utf8Bytes(JSON.stringify(item.conversation));
    case 'server-down':
      return utf8Bytes(item.server);
    case 'order':
      return utf8Bytes(JSON.stringify(item.order));
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}
