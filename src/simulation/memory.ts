/** What the nodes of a cluster can remember. Everything on a memory memory is one of these. */
import type { Identity } from './applications/account.ts';
import type { Charge } from './applications/payment.ts';
import type { Conversation, PurchaseOrder } from './applications/shop.ts';
import type { NodeId } from './kernel/actor.ts';
import type { KeyRing } from './protocols/signing-key.ts';
import type { StoreEntry } from './protocols/store.ts';
import { type Connection, connectionBytes } from './protocols/tcp/tcb.ts';
import { utf8Bytes } from './protocols/utf8.ts';
import { type EndedSession, isSessionKey, readSession, type Session } from './session.ts';

export type MemoryItem =
  /** On a server: what is known of a user, found by its session ID. */
  | { readonly kind: 'session'; readonly session: Session }
  /** On a server that has copies of others' sessions: this one has ended, and none of it may come back. */
  | { readonly kind: 'ended-session'; readonly ended: EndedSession }
  /** On a store beside the servers: a session, or anything else that servers want kept. */
  | { readonly kind: 'store-entry'; readonly entry: StoreEntry }
  /** On a store that has a peer: which of the two it is. */
  | { readonly kind: 'store-role'; readonly role: 'primary' | 'replica' }
  /** On a client: what a server asked it to send along. */
  | { readonly kind: 'cookie'; readonly name: string; readonly value: string }
  /** On a client that carries its own state: the purchase so far, */
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  /** or name and password, sent with every request (RFC 7617). */
  | { readonly kind: 'credentials'; readonly userId: string; readonly password: string }
  /** On a client: a signed token that it was given, whatever is in it. */
  | { readonly kind: 'access-token'; readonly token: string }
  /** On a client: what it gets another with when that one has expired. */
  | { readonly kind: 'refresh-token'; readonly token: string }
  /** On a server: what it signs and verifies tokens with. */
  | { readonly kind: 'key-ring'; readonly ring: KeyRing }
  /** On the load balancer: this server does not answer health checks, */
  | { readonly kind: 'server-down'; readonly server: NodeId }
  /** or is to get no new requests. */
  | { readonly kind: 'server-draining'; readonly server: NodeId }
  /** On the database: resource state. */
  | { readonly kind: 'account'; readonly identity: Identity }
  | { readonly kind: 'order'; readonly orderNumber: number; readonly order: PurchaseOrder }
  | { readonly kind: 'charge'; readonly chargeNumber: number; readonly charge: Charge }
  /** On either end of a TCP connection, what TCP knows of it; `peer` is a node or the service's address. */
  | { readonly kind: 'tcp-connection'; readonly peer: NodeId; readonly connection: Connection }
  /** On a server: connections can be opened here. */
  | { readonly kind: 'tcp-listener'; readonly port: number }
  /** On a server: all that its application was told on a connection. */
  | { readonly kind: 'tcp-stream'; readonly peer: NodeId; readonly text: string }
  /** On a client that makes UDP reliable by itself: a request without a reply, */
  | {
      readonly kind: 'udp-request';
      readonly number: number;
      readonly text: string;
      readonly attempts: number;
    }
  /** and the number of the latest one. */
  | { readonly kind: 'udp-request-counter'; readonly latest: number }
  /** On a server that acts on no request twice: a client's latest one; `reply` is null while it works on it. */
  | {
      readonly kind: 'udp-latest';
      readonly client: string;
      readonly number: number;
      readonly reply: string | null;
    };

/** State of a user's session, as against resource state and what the cluster knows of itself. */
export function isUserState(item: MemoryItem): boolean {
  switch (item.kind) {
    case 'session':
    case 'cookie':
    case 'conversation':
    case 'credentials':
    case 'access-token':
    case 'store-entry':
    case 'refresh-token':
      return true;
    case 'ended-session':
    case 'store-role':
    case 'key-ring':
    case 'server-down':
    case 'server-draining':
    case 'account':
    case 'order':
    case 'charge':
    case 'tcp-connection':
    case 'tcp-listener':
    case 'tcp-stream':
    case 'udp-request':
    case 'udp-request-counter':
    case 'udp-latest':
      return false;
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}

/** State of a connection, or of what an application keeps so that it can do without one. */
export function isConnectionState({ kind }: MemoryItem): boolean {
  return connectionKinds.has(kind);
}

const connectionKinds: ReadonlySet<MemoryItem['kind']> = new Set([
  'tcp-connection',
  'tcp-stream',
  'udp-request',
  'udp-request-counter',
  'udp-latest',
]);

/** The session that this item is, wherever it is kept. */
export function sessionIn(item: MemoryItem): Session | null {
  if (item.kind === 'session') return item.session;
  const isSession = item.kind === 'store-entry' && isSessionKey(item.entry.key);
  return isSession ? readSession(item.entry.value) : null;
}

/**
 * The size of an item, in bytes of UTF-8, as it would be stored: a cookie as name and value, a session as
 * its ID and the JSON of what it knows. Its times are the server's own book-keeping.
 */
export function bytesInMemory(item: MemoryItem): number {
  switch (item.kind) {
    case 'cookie':
      return utf8Bytes(`${item.name}=${item.value}`);
    case 'session':
      return utf8Bytes(item.session.id) + utf8Bytes(JSON.stringify(item.session.data));
    case 'store-entry':
      return utf8Bytes(item.entry.key) + utf8Bytes(item.entry.value);
    case 'ended-session':
      return utf8Bytes(item.ended.id);
    case 'store-role':
      return utf8Bytes(item.role);
    case 'conversation':
      return utf8Bytes(JSON.stringify(item.conversation));
    case 'credentials':
      return utf8Bytes(`${item.userId}:${item.password}`);
    case 'access-token':
    case 'refresh-token':
      return utf8Bytes(item.token);
    case 'key-ring':
      return utf8Bytes(JSON.stringify(item.ring.verification));
    case 'server-down':
    case 'server-draining':
      return utf8Bytes(item.server);
    case 'account':
      return utf8Bytes(JSON.stringify(item.identity));
    case 'order':
      return utf8Bytes(JSON.stringify(item.order));
    case 'charge':
      return utf8Bytes(JSON.stringify(item.charge));
    case 'tcp-connection':
      return connectionBytes(item.connection);
    case 'tcp-stream':
      return utf8Bytes(item.text);
    case 'udp-request':
      return utf8Bytes(`${item.number} ${item.text}`);
    case 'tcp-listener':
      return utf8Bytes(String(item.port));
    case 'udp-request-counter':
      return utf8Bytes(String(item.latest));
    case 'udp-latest':
      return utf8Bytes(`${item.client} ${item.number} ${item.reply ?? ''}`);
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}
