/**
 * Finds lost updates in a run's events: a request reads a session, another one changes or ends it, and the first one
 * writes what it had read. From the events alone, so it holds for every strategy and every mode of writing.
 */
import type { Conversation } from '../applications/shop.ts';
import type { ClusterEvent, ClusterMessage } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import { sessionIn } from '../memory.ts';
import { isSessionKey, type SessionData, storeKeyOf } from '../session.ts';
import { SessionReads } from './session-reads.ts';
import { isSessionItem, type SessionItem } from './session-states.ts';

/** A write of a session that its request hadn't read in this version. */
export interface Overwrite {
  /** `overwritten`: changes of another request are gone. `revived`: another request had ended the session. */
  readonly kind: 'overwritten' | 'revived';
  readonly event: EventId;
  readonly node: NodeId;
  readonly sessionId: string;
  /** The request that wrote. */
  readonly writer: RequestId;
  /** The request whose change is undone, and its event. */
  readonly victim: RequestId;
  readonly victimEvent: EventId;
  /** What is no longer in the session. Empty for a session that came back. */
  readonly lost: SessionData;
}

/** A write or an end of a session on one node, on behalf of a request. */
interface Change {
  readonly event: EventId;
  readonly request: RequestId;
  readonly before: SessionItem | null;
  /** Null for an end. */
  readonly after: SessionItem | null;
  /** Whether a later write has undone it. */
  isUndone: boolean;
}

interface State {
  item: SessionItem | null;
  /** The latest changes, oldest first. */
  readonly changes: Change[];
}

/** An event's cause is at most about as many events ago as requests in flight have events. A power of two. */
const EVENTS_KEPT = 65_536;

/** More requests than this never change a session while another one is at work on it. */
const CHANGES_KEPT_MAX = 64;

export class OverwriteReader {
  /**
   * The request behind each of the latest events that can be causes, in a ring, so that a long run needs no more
   * memory.
   */
  readonly #requests: (RequestId | null)[] = [];
  /** By node and session ID. */
  readonly #states = new Map<NodeId, Map<string, State>>();
  readonly #reads = new SessionReads();
  #input: { readonly id: EventId; readonly message: ClusterMessage } | null = null;

  /** @returns What this event, the next one of the run, overwrites; null for most events. */
  follow(event: ClusterEvent): Overwrite | null {
    // Engines append to an array without holes much faster.
    this.#keepRequest(event.id, null);
    switch (event.kind) {
      case 'recalled':
        this.#read(event);
        return null;
      case 'remembered':
        return this.#write(event);
      case 'forgot':
        this.#end(event);
        return null;
      // They cause nothing.
      case 'request-reached':
      case 'request-begun':
      case 'request-settled':
      case 'message-lost':
        return null;
      case 'message-delivered':
        this.#input = event;
        this.#keepRequest(event.id, event.message.request ?? this.#requestBehind(event));
        return null;
      case 'message-sent':
      case 'message-refused':
      case 'message-duplicated':
      case 'connection-reset':
      case 'connect-timed-out':
        this.#keepRequest(event.id, event.message.request ?? this.#requestBehind(event));
        return null;
      case 'node-crashed':
      case 'node-left':
        this.#states.delete(event.node);
        this.#keepRequest(event.id, this.#requestBehind(event));
        return null;
      default:
        this.#keepRequest(event.id, this.#requestBehind(event));
        return null;
    }
  }

  #keepRequest(id: EventId, request: RequestId | null): void {
    this.#requests[id % EVENTS_KEPT] = request;
  }

  #requestBehind({ id, cause }: ClusterEvent): RequestId | null {
    return cause === null || id - cause >= EVENTS_KEPT ? null : (this.#requests[cause % EVENTS_KEPT] ?? null);
  }

  #read(event: Extract<ClusterEvent, { kind: 'recalled' }>): void {
    if (!event.found) return;
    const request = this.#requestBehind(event);
    if (request !== null) this.#reads.keep(request, sessionIdOf(event.key), event.id);
  }

  #write(event: Extract<ClusterEvent, { kind: 'remembered' }>): Overwrite | null {
    const { id, node, item } = event;
    if (!isSessionItem(item)) return null;
    const sessionId = sessionIdOf(event.key);
    const state = this.#stateOf(node, sessionId);
    const request = this.#requestBehind(event);
    const before = state.item;
    state.item = item;
    // A copy repeats what another node has written.
    if (request === null || this.#isOfPeer(event)) return null;
    const found = this.#overwrittenBy({ id, node, request, item }, sessionId, state);
    keepChange(state, { event: id, request, before, after: item, isUndone: false });
    // It has seen its own write.
    this.#reads.keep(request, sessionId, id);
    return found;
  }

  #overwrittenBy(
    { id, node, request, item }: SessionWrite,
    sessionId: string,
    { changes }: State,
  ): Overwrite | null {
    const latest = changes.at(-1);
    if (latest === undefined) return null;
    const readAt = this.#reads.of(request, sessionId);
    // Most requests have seen the latest change.
    if (readAt === undefined || latest.event <= readAt) return null;
    const missed = changes.filter(
      (change) => change.event > readAt && change.request !== request && !change.isUndone,
    );
    const frame = { event: id, node, sessionId, writer: request };
    const last = missed.at(-1);
    if (last?.after === null) {
      last.isUndone = true;
      return { ...frame, kind: 'revived', victim: last.request, victimEvent: last.event, lost: {} };
    }
    const data = dataOf(item);
    for (const change of missed.toReversed()) {
      const { before, after } = change;
      const lost = after === null ? null : lostFrom(dataOf(before), dataOf(after), data);
      if (lost === null) continue;
      for (const each of missed) each.isUndone = true;
      return { ...frame, kind: 'overwritten', victim: change.request, victimEvent: change.event, lost };
    }
    return null;
  }

  /** Only an end that a request asked for. What expires or is evicted isn't ended by anyone. */
  #end(event: Extract<ClusterEvent, { kind: 'forgot' }>): void {
    const state = this.#states.get(event.node)?.get(sessionIdOf(event.key));
    if (state === undefined || state.item === null) return;
    const before = state.item;
    state.item = null;
    const request = this.#requestBehind(event);
    if (request === null || !this.#isAskedFor(event)) return;
    keepChange(state, { event: event.id, request, before, after: null, isUndone: false });
  }

  #isAskedFor(event: Extract<ClusterEvent, { kind: 'forgot' }>): boolean {
    const body = this.#inputOf(event)?.body;
    // A server forgets a session at a timer, too: at the end of its work on the request.
    if (body === undefined) return !isSessionKey(event.key);
    if (body.kind !== 'store-command') return !this.#isOfPeer(event);
    return (body.name === 'DEL' || body.name === 'DELEX') && body.key === event.key;
  }

  #isOfPeer(event: ClusterEvent): boolean {
    const body = this.#inputOf(event)?.body;
    switch (body?.kind) {
      case 'session-copy':
      case 'session-copies':
      case 'store-copy':
        return true;
      case 'store-reply':
        return body.reply === 'dump';
      default:
        return false;
    }
  }

  /** The message that an event is an immediate reaction to. */
  #inputOf({ cause }: ClusterEvent): ClusterMessage | null {
    return cause !== null && this.#input?.id === cause ? this.#input.message : null;
  }

  #stateOf(node: NodeId, sessionId: string): State {
    let states = this.#states.get(node);
    if (states === undefined) {
      states = new Map();
      this.#states.set(node, states);
    }
    let state = states.get(sessionId);
    if (state === undefined) {
      state = { item: null, changes: [] };
      states.set(sessionId, state);
    }
    return state;
  }
}

interface SessionWrite {
  readonly id: EventId;
  readonly node: NodeId;
  readonly request: RequestId;
  readonly item: SessionItem;
}

/** Parsed only where a change was missed, because a store's entries are text. */
function dataOf(item: SessionItem | null): SessionData {
  return (item === null ? null : sessionIn(item))?.data ?? {};
}

function keepChange({ changes }: State, change: Change): void {
  changes.push(change);
  if (changes.length > CHANGES_KEPT_MAX) changes.shift();
}

function sessionIdOf(key: string): string {
  return isSessionKey(key) ? key.slice(storeKeyOf('').length) : key;
}

/** What one request added to the session and a later write lacks; null if it lacks nothing. */
function lostFrom(before: SessionData, after: SessionData, later: SessionData): SessionData | null {
  const { user } = after;
  const isUserLost = user !== undefined && differ(user, before.user) && differ(user, later.user);
  const conversation = lostOfConversation(
    before.conversation ?? {},
    after.conversation ?? {},
    later.conversation ?? {},
  );
  if (!isUserLost && conversation === null) return null;
  return { ...(isUserLost && { user }), ...(conversation !== null && { conversation }) };
}

function lostOfConversation(
  before: Conversation,
  after: Conversation,
  later: Conversation,
): Conversation | null {
  const { product, quantity, payment } = after;
  const isLost = (field: 'product' | 'quantity' | 'payment') =>
    after[field] !== undefined && after[field] !== before[field] && after[field] !== later[field];
  // The later write is based on an older cart, so it lacks what this one added, even if both added the same.
  const added = (after.cart ?? []).slice((before.cart ?? []).length);
  const lost: Conversation = {
    ...(product !== undefined && isLost('product') && { product }),
    ...(quantity !== undefined && isLost('quantity') && { quantity }),
    ...(payment !== undefined && isLost('payment') && { payment }),
    ...(added.length > 0 && { cart: added }),
  };
  return Object.keys(lost).length === 0 ? null : lost;
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
