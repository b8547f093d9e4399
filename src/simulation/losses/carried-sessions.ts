/**
 * Lost updates of sessions that clients hold, in a sealed cookie or a signed token. Two requests leave with the same
 * one, each response brings another, and the later one replaces the earlier. The contents follow from the requests,
 * because a sealed cookie can't be read without its key. A server that refuses the old one
 * starts anew, which no response says; what the request added then counts the same.
 */
import { isIdentity } from '../applications/account.ts';
import { withCart } from '../applications/cart.ts';
import { CART_PATH, readCartRequest } from '../applications/cart-http.ts';
import { continueConversation } from '../applications/shop.ts';
import { readShopRequest, SHOP_PATH } from '../applications/shop-http.ts';
import { type ClusterEvent, type ClusterMessage, isClient } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import type { MemoryItem } from '../memory.ts';
import { type HttpRequest, type HttpResponse, parseJsonObject } from '../protocols/http.ts';
import type { SessionData } from '../session.ts';
import { lostFrom } from './lost-data.ts';
import type { Overwrite } from './overwrite.ts';

type EventOf<Kind extends ClusterEvent['kind']> = Extract<ClusterEvent, { kind: Kind }>;

/** A request on its way. */
interface Sent {
  readonly event: EventId;
  readonly body: HttpRequest;
  /** What its client held when it left; null if that was no session. */
  readonly held: SessionData | null;
}

interface Change {
  readonly event: EventId;
  readonly request: RequestId;
  readonly before: SessionData;
  /** Null for a logout. */
  readonly after: SessionData | null;
  isUndone: boolean;
}

/** What a client holds, and its requests on their way. */
interface Client {
  /** Where it keeps the session; null before the first one. */
  key: string | null;
  data: SessionData | null;
  /** Since the earliest request on its way. */
  changes: Change[];
  readonly sent: Map<RequestId, Sent>;
}

const nothing: SessionData = {};

export class CarriedSessions {
  readonly #clients = new Map<NodeId, Client>();

  send({ id, message: { from, request, body } }: EventOf<'message-sent'>): void {
    if (request === null || body.kind !== 'http-request' || !isClient(from)) return;
    const { sent, data } = this.#client(from);
    // A retry sends the same again.
    if (!sent.has(request)) sent.set(request, { event: id, body, held: data });
  }

  settle(request: RequestId): void {
    const node = request.slice(0, request.indexOf('/'));
    const client = this.#clients.get(node);
    client?.sent.delete(request);
    if (client?.key === null && client.sent.size === 0) this.#clients.delete(node);
  }

  write(
    { id, node, key, item }: EventOf<'remembered'>,
    request: RequestId | null,
    input: ClusterMessage | null,
  ): Overwrite | null {
    if (!holdsSession(item)) return null;
    const client = this.#client(node);
    client.key = key;
    client.data ??= nothing;
    const sent = request === null ? undefined : client.sent.get(request);
    // Another client handed it over, or its owner changed it.
    if (request === null || sent === undefined || input?.body.kind !== 'http-response') return null;
    const before = sent.held ?? nothing;
    const data = dataAfter(before, sent.body, input.body);
    const missed = client.changes.filter((each) => each.event > sent.event && !each.isUndone);
    client.data = data;
    keepChange(client, { event: id, request, before, after: data, isUndone: false });
    // Without a session to begin with, it has read none.
    if (sent.held === null) return null;
    return this.#undoneBy({ event: id, node, sessionId: key, writer: request }, data, missed);
  }

  /** Only a logout ends it. A client also deletes a token that was refused. */
  end({ id, node, key }: EventOf<'forgot'>, request: RequestId | null): void {
    const client = this.#client(node);
    const sent = request === null ? undefined : client.sent.get(request);
    if (client.key !== key || request === null || sent === undefined) return;
    const before = client.data ?? nothing;
    client.data = null;
    if (sent.body.target === '/logout') {
      keepChange(client, { event: id, request, before, after: null, isUndone: false });
    }
  }

  #undoneBy(
    frame: Pick<Overwrite, 'event' | 'node' | 'sessionId' | 'writer'>,
    data: SessionData,
    missed: readonly Change[],
  ): Overwrite | null {
    for (const { request: victim, event: victimEvent, before, after } of missed.toReversed()) {
      const lost = after === null ? nothing : lostFrom(before, after, data);
      if (lost === null) continue;
      for (const each of missed) each.isUndone = true;
      return { ...frame, kind: after === null ? 'revived' : 'overwritten', victim, victimEvent, lost };
    }
    return null;
  }

  #client(node: NodeId): Client {
    let client = this.#clients.get(node);
    if (client === undefined) {
      client = { key: null, data: null, changes: [], sent: new Map() };
      this.#clients.set(node, client);
    }
    return client;
  }
}

function keepChange(client: Client, change: Change): void {
  const [earliest] = client.sent.values();
  const since = earliest?.event ?? change.event;
  client.changes = [...client.changes.filter(({ event }) => event > since), change];
}

/** A signed token has three parts, and a sealed cookie five. A session ID has one. */
function holdsSession(item: MemoryItem): boolean {
  if (item.kind === 'access-token') return true;
  return item.kind === 'cookie' && item.value.split('.').length === 5;
}

function dataAfter(data: SessionData, body: HttpRequest, response: HttpResponse): SessionData {
  const { conversation = {} } = data;
  if (body.target.startsWith(SHOP_PATH)) {
    const read = readShopRequest(body);
    return read.kind === 'said'
      ? { ...data, conversation: continueConversation(conversation, read.said) }
      : data;
  }
  if (body.method === 'GET') return data;
  if (body.target === CART_PATH) {
    const read = readCartRequest(body);
    return read?.kind === 'add' ? { ...data, conversation: withCart(conversation, [read.product]) } : data;
  }
  const { note } = parseJsonObject(body.body) ?? {};
  if (typeof note === 'string') return { ...data, note };
  const { user } = parseJsonObject(response.body) ?? {};
  return isIdentity(user) ? { ...data, user } : data;
}
