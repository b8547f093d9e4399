/** Finds lost updates in a whole trace, step by step as their definition says, and without any thought for speed. */
import type { ClusterEvent, ClusterMessage } from '../../src/simulation/cluster.ts';
import type { RequestId } from '../../src/simulation/kernel/actor.ts';
import type { Overwrite } from '../../src/simulation/losses/overwrites.ts';
import { sessionIn } from '../../src/simulation/memory.ts';
import type { SessionData } from '../../src/simulation/session.ts';

interface Change {
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
    if (event.kind !== 'remembered' || session === null || writer === null || isFromPeer(event, events)) {
      return [];
    }
    const { node } = event;
    const before = events.slice(0, index);
    const seenAt = before.findLastIndex((each) => hasSeen(each, writer, session.id, events));
    const missed = changesOn(node, session.id, before, events).filter(
      (change) =>
        seenAt >= 0 && change.event > seenAt && change.request !== writer && !undone.has(change.event),
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
      if (request !== null && !isFromPeer(event, events)) {
        changes.push({ event: event.id, request, before: data, after });
      }
      data = after;
    }
    if (event.kind === 'forgot' && idIn(event.key) === sessionId && data !== null) {
      if (request !== null && isAskedFor(event, events)) {
        changes.push({ event: event.id, request, before: data, after: null });
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
    isUserGone || isGone('product') || isGone('quantity') || isGone('payment') || items(after) > items(before)
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
