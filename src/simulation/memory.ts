/** Memory entries: everything that a node of a cluster can remember. */
import type { Identity } from './applications/account.ts';
import type { Charge } from './applications/payment.ts';
import type { Conversation, PurchaseOrder } from './applications/shop.ts';
import type { NodeId } from './kernel/actor.ts';
import type { KeyRing } from './protocols/signing-key.ts';
import type { StoreEntry } from './protocols/store.ts';
import { type Connection, connectionBytes } from './protocols/tcp/tcb.ts';
import { utf8Bytes } from './protocols/utf8.ts';
import { type EndedSession, isSessionKey, readSession, type Session } from './session.ts';
import { KEY_RING_KEY } from './store-keys.ts';

export type MemoryItem =
  /** On a server: a user's session, keyed by session ID. `expiresAtUs` is by that server's clock. */
  | { readonly kind: 'session'; readonly session: Session; readonly expiresAtUs?: number }
  /** On a server with replicated sessions: a tombstone, so that an old copy can't revive the session. */
  | { readonly kind: 'ended-session'; readonly ended: EndedSession }
  /** On a server: a request has this session to itself. */
  | { readonly kind: 'session-lock'; readonly sessionId: string }
  /** In a session store: a session, or another value stored by servers. */
  | { readonly kind: 'store-entry'; readonly entry: StoreEntry }
  /** On a server beside a session store: its copy of a session's value there, and how long it's used. */
  | { readonly kind: 'local-copy'; readonly value: string; readonly untilUs: number }
  /** In a store with a peer: its role. */
  | { readonly kind: 'store-role'; readonly role: 'primary' | 'replica' }
  /** On a client: a cookie to send with requests. */
  | { readonly kind: 'cookie'; readonly name: string; readonly value: string }
  /** On a client that carries its own state: the purchase so far, the cart, and a note. */
  | { readonly kind: 'conversation'; readonly conversation: Conversation; readonly note?: string }
  /** On a client that carries its own state: name and password, sent with every request (RFC 7617). */
  | { readonly kind: 'credentials'; readonly userId: string; readonly password: string }
  /** On a client: a signed token with any content. */
  | { readonly kind: 'access-token'; readonly token: string }
  /** On a client: exchanged for a new access token after expiry. */
  | { readonly kind: 'refresh-token'; readonly token: string }
  /** On a server: the keys that sign and verify tokens. */
  | { readonly kind: 'key-ring'; readonly ring: KeyRing }
  /** On a server whose clock is wrong: how far it's ahead. */
  | { readonly kind: 'clock'; readonly offsetUs: number }
  /** On a server's disk: the version of its code. */
  | { readonly kind: 'code-version'; readonly version: number }
  /** On the load balancer: this server fails its health checks. */
  | { readonly kind: 'server-down'; readonly server: NodeId }
  /** On the load balancer: this server gets no new requests. */
  | { readonly kind: 'server-draining'; readonly server: NodeId }
  /** On the load balancer: an operator has closed this server. */
  | { readonly kind: 'server-closed'; readonly server: NodeId; readonly to: 'newcomers' | 'everybody' }
  /** On a load balancer with a table: the server of the clients with this address. */
  | { readonly kind: 'binding'; readonly address: string; readonly server: NodeId }
  /** On the database: resource state. */
  | { readonly kind: 'account'; readonly identity: Identity }
  | { readonly kind: 'order'; readonly orderNumber: number; readonly order: PurchaseOrder }
  | { readonly kind: 'charge'; readonly chargeNumber: number; readonly charge: Charge }
  /** On either end of a TCP connection: its control block. `peer` is a node or the service's address. */
  | { readonly kind: 'tcp-connection'; readonly peer: NodeId; readonly connection: Connection }
  /** On a server: a port that accepts connections. */
  | { readonly kind: 'tcp-listener'; readonly port: number }
  /** On a server: all text received on a connection. */
  | { readonly kind: 'tcp-stream'; readonly peer: NodeId; readonly text: string }
  /** On a client that makes UDP reliable: a request without a reply. */
  | {
      readonly kind: 'udp-request';
      readonly number: number;
      readonly text: string;
      readonly attempts: number;
    }
  /** On a client that makes UDP reliable: the number of its latest request. */
  | { readonly kind: 'udp-request-counter'; readonly latest: number }
  /**
   * On a server with at-most-once semantics: a client's latest request. `reply` is null while the server works on it.
   */
  | {
      readonly kind: 'udp-latest';
      readonly client: string;
      readonly number: number;
      readonly reply: string | null;
    };

/** User state, as opposed to resource state and the cluster's own state. */
export function isUserState(item: MemoryItem): boolean {
  switch (item.kind) {
    case 'session':
    case 'cookie':
    case 'conversation':
    case 'credentials':
    case 'access-token':
    case 'local-copy':
    case 'refresh-token':
      return true;
    case 'store-entry':
      return item.entry.key !== KEY_RING_KEY;
    case 'ended-session':
    case 'session-lock':
    case 'store-role':
    case 'key-ring':
    case 'clock':
    case 'server-down':
    case 'server-draining':
    case 'code-version':
    case 'server-closed':
    case 'binding':
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

/** Connection state, or an application's substitute for it. */
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

/** The session in an entry, on any node. */
export function sessionIn(item: MemoryItem): Session | null {
  if (item.kind === 'session') return item.session;
  const isSession = item.kind === 'store-entry' && isSessionKey(item.entry.key);
  return isSession ? readSession(item.entry.value) : null;
}

/**
 * Size of an entry as stored, in UTF-8 bytes: a cookie as name and value, a session as its ID and the JSON of its data.
 * Timestamps are the server's bookkeeping and don't count.
 */
export function bytesInMemory(item: MemoryItem): number {
  switch (item.kind) {
    case 'cookie':
      return utf8Bytes(`${item.name}=${item.value}`);
    case 'session':
      return utf8Bytes(item.session.id) + utf8Bytes(JSON.stringify(item.session.data));
    case 'store-entry':
      return utf8Bytes(item.entry.key) + utf8Bytes(item.entry.value);
    case 'local-copy':
      return utf8Bytes(item.value);
    case 'ended-session':
      return utf8Bytes(item.ended.id);
    case 'session-lock':
      return utf8Bytes(item.sessionId);
    case 'store-role':
      return utf8Bytes(item.role);
    case 'conversation':
      return utf8Bytes(JSON.stringify(item.conversation) + (item.note ?? ''));
    case 'credentials':
      return utf8Bytes(`${item.userId}:${item.password}`);
    case 'access-token':
    case 'refresh-token':
      return utf8Bytes(item.token);
    case 'key-ring':
      return utf8Bytes(JSON.stringify(item.ring.verification));
    case 'clock':
      return utf8Bytes(String(item.offsetUs));
    case 'server-down':
    case 'server-draining':
    case 'server-closed':
      return utf8Bytes(item.server);
    case 'code-version':
      return utf8Bytes(String(item.version));
    case 'binding':
      return utf8Bytes(`${item.address} ${item.server}`);
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
