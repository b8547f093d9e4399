/**
 * Finds lost updates in a run's events: a request reads a session, another one changes or ends it, and the first one
 * writes what it had read. From the events alone, so it holds for every strategy and every mode of writing. The session
 * can be on a server, in a store, on several servers that send each other copies, or on the client itself.
 */
import { type ClusterEvent, type ClusterMessage, isClient } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import { sessionIn } from '../memory.ts';
import { isSessionKey, type SessionData, storeKeyOf } from '../session.ts';
import { CarriedSessions } from './carried-sessions.ts';
import { Lineage } from './lineage.ts';
import { lostFrom } from './lost-data.ts';
import type { Change, Overwrite } from './overwrite.ts';
import { SessionReads } from './session-reads.ts';
import { isSessionItem, type SessionItem } from './session-states.ts';

/** A change as one node knows it: its own, or another server's by a copy. */
interface Known {
  /** When the node got it. */
  readonly at: EventId;
  readonly change: Change;
}

interface State {
  item: SessionItem | null;
  /** The latest changes, oldest first. */
  readonly changes: Known[];
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
  readonly #lineage = new Lineage();
  readonly #carried = new CarriedSessions();
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
        return isClient(event.node)
          ? this.#carried.write(event, this.#requestBehind(event), this.#inputOf(event))
          : this.#write(event);
      case 'forgot':
        if (isClient(event.node)) this.#carried.end(event, this.#requestBehind(event));
        else this.#end(event);
        return null;
      // They cause nothing.
      case 'request-settled':
        this.#carried.settle(event.request);
        return null;
      case 'request-reached':
      case 'message-lost':
        return null;
      // A request that has left a queue.
      case 'request-begun':
        this.#keepRequest(event.id, event.request);
        return null;
      case 'message-delivered':
        this.#input = event;
        this.#keepRequest(event.id, event.message.request ?? this.#requestBehind(event));
        return null;
      case 'message-sent':
        this.#carried.send(event);
        this.#keepRequest(event.id, event.message.request ?? this.#requestBehind(event));
        return null;
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
    if (this.#isOfPeer(event)) return this.#copy(event, before, state);
    if (request === null) return null;
    const found = this.#overwrittenBy({ id, node, request, item }, sessionId, state);
    const change = { event: id, request, before, after: item, isUndone: false };
    keepChange(state, { at: id, change });
    this.#lineage.keep(sessionId, change);
    // It has seen its own write.
    this.#reads.keep(request, sessionId, id);
    return found;
  }

  /** A copy from another server. What replaces a write without being based on it undoes that write. */
  #copy(
    { id, node, key }: Extract<ClusterEvent, { kind: 'remembered' }>,
    before: SessionItem | null,
    state: State,
  ): Overwrite | null {
    const { item } = state;
    if (item === null) return null;
    const sessionId = sessionIdOf(key);
    const copied = this.#lineage.changeBehind(sessionId, item);
    if (copied === undefined) return null;
    keepChange(state, { at: id, change: copied });
    const replaced = before === null ? undefined : this.#lineage.changeBehind(sessionId, before);
    if (replaced === undefined) return null;
    const undone = this.#lineage.missing(sessionId, replaced, copied).filter(({ isUndone }) => !isUndone);
    const victim = firstLost(undone, dataOf(item));
    if (victim === null) return null;
    for (const each of undone) each.isUndone = true;
    const { change, lost } = victim;
    return {
      kind: 'overwritten',
      event: id,
      node,
      sessionId,
      writer: copied.request,
      victim: change.request,
      victimEvent: change.event,
      lost,
    };
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
    if (readAt === undefined || latest.at <= readAt) return null;
    const missed = changes
      .filter(({ at, change }) => at > readAt && change.request !== request && !change.isUndone)
      .map(({ change }) => change);
    const frame = { event: id, node, sessionId, writer: request };
    const last = missed.at(-1);
    if (last?.after === null) {
      last.isUndone = true;
      return { ...frame, kind: 'revived', victim: last.request, victimEvent: last.event, lost: {} };
    }
    const victim = firstLost(missed, dataOf(item));
    if (victim === null) return null;
    for (const each of missed) each.isUndone = true;
    const { change, lost } = victim;
    return { ...frame, kind: 'overwritten', victim: change.request, victimEvent: change.event, lost };
  }

  /** Only an end that a request asked for. What expires or is evicted isn't ended by anyone. */
  #end(event: Extract<ClusterEvent, { kind: 'forgot' }>): void {
    const state = this.#states.get(event.node)?.get(sessionIdOf(event.key));
    if (state === undefined || state.item === null) return;
    const before = state.item;
    state.item = null;
    const request = this.#requestBehind(event);
    if (request === null || !this.#isAskedFor(event)) return;
    const change = { event: event.id, request, before, after: null, isUndone: false };
    keepChange(state, { at: event.id, change });
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

/** The latest change that the data lacks a part of, and that part. */
function firstLost(missed: readonly Change[], data: SessionData) {
  for (const change of missed.toReversed()) {
    const { before, after } = change;
    const lost = after === null ? null : lostFrom(dataOf(before), dataOf(after), data);
    if (lost !== null) return { change, lost };
  }
  return null;
}

function keepChange({ changes }: State, known: Known): void {
  changes.push(known);
  if (changes.length > CHANGES_KEPT_MAX) changes.shift();
}

function sessionIdOf(key: string): string {
  return isSessionKey(key) ? key.slice(storeKeyOf('').length) : key;
}
