/** Finds lost updates in a whole trace, step by step as their definition says, and without any thought for speed. */
import { isIdentity } from '../../src/simulation/applications/account.ts';
import { type ClusterEvent, type ClusterMessage, isClient } from '../../src/simulation/cluster.ts';
import type { RequestId } from '../../src/simulation/kernel/actor.ts';
import type { Overwrite } from '../../src/simulation/losses/overwrite.ts';
import { type MemoryItem, sessionIn } from '../../src/simulation/memory.ts';
import { open } from '../../src/simulation/protocols/jwe.ts';
import { decodeToken } from '../../src/simulation/protocols/token.ts';
import type { Session, SessionData } from '../../src/simulation/session.ts';

interface Change {
  /** When the node got it. */
  readonly at: number;
  readonly event: number;
  readonly request: RequestId;
  readonly before: SessionData | null;
  readonly after: SessionData | null;
}

export type PlainOverwrite = Pick<Overwrite, 'kind' | 'event' | 'node' | 'sessionId' | 'writer' | 'victim'>;

export function plainOverwrites(events: readonly ClusterEvent[]): PlainOverwrite[] {
  const undone = new Set<number>();
  return events.flatMap((event, index): PlainOverwrite[] => {
    const session = event.kind === 'remembered' ? sessionIn(event.item) : null;
    const writer = requestBehind(event, events);
    if (event.kind !== 'remembered') return [];
    if (isClient(event.node)) return plainOverwriteOfCarried(event, events, undone);
    const before = events.slice(0, index);
    if (session !== null && isFromPeer(event, events)) {
      return plainOverwriteByCopy(event, session, before, events, undone);
    }
    if (session === null || writer === null) return [];
    const { node } = event;
    const seenAt = before.findLastIndex((each) => hasSeen(each, writer, session.id, events));
    const missed = changesOn(node, session.id, before, events).filter(
      (change) => seenAt >= 0 && change.at > seenAt && change.request !== writer && !undone.has(change.event),
    );
    const last = missed.at(-1);
    const frame = { event: event.id, node, sessionId: session.id, writer };
    if (last?.after === null) {
      undone.add(last.event);
      return [{ ...frame, kind: 'revived', victim: last.request }];
    }
    const victim = missed.findLast((change) => lacks(session.data, change));
    if (victim === undefined) return [];
    for (const change of missed) undone.add(change.event);
    return [{ ...frame, kind: 'overwritten', victim: victim.request }];
  });
}

/** A copy takes the place of a write that it isn't based on. */
function plainOverwriteByCopy(
  { id: event, node }: ClusterEvent & { readonly kind: 'remembered' },
  session: Session,
  before: readonly ClusterEvent[],
  events: readonly ClusterEvent[],
  undone: Set<number>,
): PlainOverwrite[] {
  const present = presentOn(node, session.id, before);
  const copied = writeOf(session, before, events);
  const replaced = present === null ? undefined : writeOf(present, before, events);
  if (copied === undefined || replaced === undefined) return [];
  const basis = ancestryOf(copied, events).map(({ id }) => id);
  const missed = ancestryOf(replaced, events)
    .filter(({ id }) => !basis.includes(id) && !undone.has(id))
    .toReversed()
    .map((write) => changeBy(write, events));
  const victim = missed.findLast((change) => lacks(session.data, change));
  const writer = requestBehind(copied, events);
  if (victim === undefined || writer === null) return [];
  for (const change of missed) undone.add(change.event);
  return [{ kind: 'overwritten', event, node, sessionId: session.id, writer, victim: victim.request }];
}

type Remembered = ClusterEvent & { readonly kind: 'remembered' };

function presentOn(node: string, sessionId: string, before: readonly ClusterEvent[]): Session | null {
  const last = before.findLast(
    (event) =>
      'node' in event &&
      event.node === node &&
      (event.kind === 'node-crashed' ||
        event.kind === 'node-left' ||
        ('key' in event && isOf(event, sessionId))),
  );
  return last?.kind === 'remembered' ? sessionIn(last.item) : null;
}

function isOf(event: ClusterEvent & { readonly key: string }, sessionId: string): boolean {
  return (event.kind === 'remembered' || event.kind === 'forgot') && idIn(event.key) === sessionId;
}

/** The request's write that this is a copy of. */
function writeOf(
  session: Session,
  before: readonly ClusterEvent[],
  events: readonly ClusterEvent[],
): Remembered | undefined {
  const text = JSON.stringify(session);
  const write = before.findLast(
    (event) =>
      event.kind === 'remembered' &&
      event.item.kind === 'session' &&
      JSON.stringify(event.item.session) === text &&
      !isFromPeer(event, events),
  );
  return write?.kind === 'remembered' ? write : undefined;
}

/** A write, and those that it's based on. */
function ancestryOf(write: Remembered, events: readonly ClusterEvent[]): Remembered[] {
  const session = sessionIn(write.item);
  const before = events.slice(0, write.id);
  const present = session === null ? null : presentOn(write.node, session.id, before);
  const parent = present === null ? undefined : writeOf(present, before, events);
  return parent === undefined ? [write] : [write, ...ancestryOf(parent, events)];
}

function changeBy(write: Remembered, events: readonly ClusterEvent[]): Change {
  const session = sessionIn(write.item);
  const present = presentOn(write.node, session?.id ?? '', events.slice(0, write.id));
  return {
    at: write.id,
    event: write.id,
    request: requestBehind(write, events) as RequestId,
    before: present?.data ?? null,
    after: session?.data ?? null,
  };
}

/** A client's cookie or token is replaced by one whose request left without it. */
function plainOverwriteOfCarried(
  { id: event, node, key, item }: Remembered,
  events: readonly ClusterEvent[],
  undone: Set<number>,
): PlainOverwrite[] {
  const writer = writerAt(event, events);
  if (writer === null) return [];
  const sentAt = events.findIndex((each) => each.kind === 'message-sent' && each.message.request === writer);
  const between = events.slice(sentAt, event);
  // Opening every cookie of a run takes long.
  if (!between.some((each) => 'key' in each && each.node === node && each.key === key)) return [];
  const data = carriedIn(item, events);
  // Without a session to begin with, it has read none.
  if (data === null || heldWhenSent(writer, node, key, events) === null) return [];
  const changes = between.flatMap((each): Change[] => {
    if (!('node' in each) || each.node !== node || !('key' in each) || each.key !== key) return [];
    const request = writerAt(each.id, events);
    if (request === null || undone.has(each.id)) return [];
    const held = events
      .slice(0, each.id)
      .findLast((one) => 'key' in one && one.node === node && one.key === key);
    const before = held?.kind === 'remembered' ? carriedIn(held.item, events) : null;
    if (each.kind === 'forgot' && (before === null || !isLogout(request, events))) return [];
    const after = each.kind === 'remembered' ? carriedIn(each.item, events) : null;
    const basis = each.kind === 'remembered' ? heldWhenSent(request, node, key, events) : before;
    return [{ at: each.id, event: each.id, request, before: basis, after }];
  });
  const victim = changes.findLast((change) => change.after === null || lacks(data, change));
  if (victim === undefined) return [];
  for (const change of changes) undone.add(change.event);
  const kind = victim.after === null ? 'revived' : 'overwritten';
  return [{ kind, event, node, sessionId: key, writer, victim: victim.request }];
}

function heldWhenSent(
  request: RequestId,
  node: string,
  key: string,
  events: readonly ClusterEvent[],
): SessionData | null {
  const sentAt = events.findIndex((each) => each.kind === 'message-sent' && each.message.request === request);
  const held = events
    .slice(0, sentAt)
    .findLast((each) => 'key' in each && each.node === node && each.key === key);
  return held?.kind === 'remembered' ? carriedIn(held.item, events) : null;
}

function isLogout(request: RequestId, events: readonly ClusterEvent[]): boolean {
  return events.some(
    (each) =>
      each.kind === 'message-sent' &&
      each.message.request === request &&
      each.message.body.kind === 'http-request' &&
      each.message.body.target === '/logout',
  );
}

/** The request whose response makes a client keep or delete something. */
function writerAt(event: number, events: readonly ClusterEvent[]): RequestId | null {
  const input = inputOf(events[event] as ClusterEvent, events);
  return input?.body.kind === 'http-response' ? input.request : null;
}

/**
 * Whether a server refused what a client held, and gave it a new token or cookie with less in it. Only an opened cookie
 * shows this, so the code under test doesn't know.
 */
export function startsAnew(events: readonly ClusterEvent[]): boolean {
  return events.some((event) => {
    const writer = event.kind === 'remembered' && isClient(event.node) ? writerAt(event.id, events) : null;
    if (event.kind !== 'remembered' || writer === null) return false;
    const data = carriedIn(event.item, events);
    const base = data === null ? null : heldWhenSent(writer, event.node, event.key, events);
    if (data === null || base === null) return false;
    const lacksCart = (data.conversation?.cart?.length ?? 0) < (base.conversation?.cart?.length ?? 0);
    const lacksRest = (['user', 'note', 'conversation'] as const).some((part) => base[part] && !data[part]);
    return lacksCart || lacksRest;
  });
}

const opened = new WeakMap<readonly ClusterEvent[], Map<string, SessionData | null>>();

/** What a client's token or sealed cookie says. All keys that any server has had can open a cookie. */
function carriedIn(item: MemoryItem, events: readonly ClusterEvent[]): SessionData | null {
  if (item.kind !== 'access-token' && item.kind !== 'cookie') return null;
  const text = item.kind === 'cookie' ? item.value : item.token;
  const known = opened.get(events) ?? new Map<string, SessionData | null>();
  opened.set(events, known);
  const data = known.get(text) ?? (item.kind === 'cookie' ? openedFrom(text, events) : claimedBy(text));
  known.set(text, data);
  return data;
}

function claimedBy(token: string): SessionData {
  const { sub, name, role, conversation, note } = decodeToken(token)?.payload ?? {};
  const user = { userId: sub, name, role };
  return { ...(isIdentity(user) && { user }), conversation, note } as SessionData;
}

function openedFrom(cookie: string, events: readonly ClusterEvent[]): SessionData | null {
  const keys = events.flatMap((event) =>
    event.kind === 'remembered' && event.item.kind === 'key-ring' ? event.item.ring.verification : [],
  );
  for (const key of keys) {
    const read = open(cookie, [key]);
    if (read.kind === 'opened') return (JSON.parse(read.plaintext) as Session).data;
  }
  return null;
}

/** Its own request, or the one of its nearest cause that has one. */
function requestBehind(event: ClusterEvent, events: readonly ClusterEvent[]): RequestId | null {
  for (let each: ClusterEvent | undefined = event; each !== undefined; each = causeOf(each, events)) {
    if ('message' in each && each.message.request !== null) return each.message.request;
    if ('request' in each) return each.request;
  }
  return null;
}

function causeOf({ cause }: ClusterEvent, events: readonly ClusterEvent[]): ClusterEvent | undefined {
  return cause === null ? undefined : events[cause];
}

/** Whether a request has just read or written the session, anywhere. */
function hasSeen(
  event: ClusterEvent,
  request: RequestId,
  sessionId: string,
  events: readonly ClusterEvent[],
): boolean {
  if (requestBehind(event, events) !== request) return false;
  if (event.kind === 'recalled') return event.found && idIn(event.key) === sessionId;
  if (event.kind !== 'remembered' || isFromPeer(event, events)) return false;
  return sessionIn(event.item)?.id === sessionId;
}

/** What requests have done to a session on a node since it last lost its memory. */
function changesOn(
  node: string,
  sessionId: string,
  before: readonly ClusterEvent[],
  events: readonly ClusterEvent[],
): Change[] {
  const changes: Change[] = [];
  let data: SessionData | null = null;
  for (const event of before) {
    if (!('node' in event) || event.node !== node) continue;
    if (event.kind === 'node-crashed' || event.kind === 'node-left') {
      changes.length = 0;
      data = null;
    }
    const request = requestBehind(event, events);
    if (event.kind === 'remembered' && sessionIn(event.item)?.id === sessionId) {
      const after: SessionData = sessionIn(event.item)?.data ?? {};
      if (isFromPeer(event, events)) {
        const session = sessionIn(event.item);
        const write = session === null ? undefined : writeOf(session, before, events);
        if (write !== undefined) changes.push({ ...changeBy(write, events), at: event.id });
      } else if (request !== null) {
        changes.push({ at: event.id, event: event.id, request, before: data, after });
      }
      data = after;
    }
    if (event.kind === 'forgot' && idIn(event.key) === sessionId && data !== null) {
      if (request !== null && isAskedFor(event, events)) {
        changes.push({ at: event.id, event: event.id, request, before: data, after: null });
      }
      data = null;
    }
  }
  return changes;
}

/** Whether data lacks something that a change has added. */
function lacks(data: SessionData, { before, after }: Change): boolean {
  if (after === null) return false;
  const isGone = (name: 'product' | 'quantity' | 'payment') => {
    const value = after.conversation?.[name];
    return (
      value !== undefined && value !== before?.conversation?.[name] && value !== data.conversation?.[name]
    );
  };
  const textOf = (user: SessionData['user']) => JSON.stringify(user);
  const isUserGone =
    after.user !== undefined &&
    textOf(after.user) !== textOf(before?.user) &&
    textOf(after.user) !== textOf(data.user);
  const items = (of: SessionData | null) => of?.conversation?.cart?.length ?? 0;
  return (
    isUserGone ||
    (after.note !== undefined && after.note !== before?.note && after.note !== data.note) ||
    isGone('product') ||
    isGone('quantity') ||
    isGone('payment') ||
    items(after) > items(before)
  );
}

/** Whether it's an immediate reaction to another machine's copy. */
function isFromPeer(event: ClusterEvent, events: readonly ClusterEvent[]): boolean {
  const body = inputOf(event, events)?.body;
  if (body?.kind === 'store-reply') return body.reply === 'dump';
  return body?.kind === 'session-copy' || body?.kind === 'session-copies' || body?.kind === 'store-copy';
}

/** A store is asked by a command, and a server by its application, immediately or at a timer. */
function isAskedFor(event: ClusterEvent & { readonly kind: 'forgot' }, events: readonly ClusterEvent[]) {
  const body = inputOf(event, events)?.body;
  if (body === undefined) return idIn(event.key) === event.key;
  if (body.kind !== 'store-command') return !isFromPeer(event, events);
  return (body.name === 'DEL' || body.name === 'DELEX') && body.key === event.key;
}

function inputOf(event: ClusterEvent, events: readonly ClusterEvent[]): ClusterMessage | null {
  const cause = causeOf(event, events);
  return cause?.kind === 'message-delivered' ? cause.message : null;
}

function idIn(key: string): string {
  return key.replace(/^session:/, '');
}
