/**
 * Why a node lacks what a request needs: a session that another node had, or a connection that its peer still
 * believes in.
 */
import { type ClusterEvent, isServer, isStore } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { SessionEnd } from '../simulation/losses/loss.ts';
import { sessionIn } from '../simulation/memory.ts';
import { isExpired, isSessionKey, storeKeyOf } from '../simulation/session.ts';
import { isLoginKey } from '../simulation/store-keys.ts';
import { traitsOf } from '../simulation/variants.ts';
import { causesOf } from './causes.ts';
import { reasonOfCrash } from './crashes.ts';
import { lossesOf, type OutdatedRead, servedBy } from './losses.ts';
import { type Evidence, endings, type PlainReason } from './reasons.ts';
import { crashOf, ofUnreachedWrite } from './unreached-writes.ts';
import { type Case, clientOf, type EventOf, intentOf } from './why-case.ts';
import { evidenceOfChoice } from './why-choice.ts';
import { readingOf } from './why-clocks.ts';

/** The events up to the explained step. */
type Past = Pick<Case, 'run' | 'events'>;

/** Whether a lookup asks for something that a client believes to be there, as opposed to a deny list's entry. */
export function isMissing({ node, key }: EventOf<'recalled'>): boolean {
  return key.startsWith('tcp ') || !isStore(node) || isSessionKey(key);
}

export function evidenceOfMissing(past: Case, missed: EventOf<'recalled'>): readonly Evidence[] {
  return missed.key.startsWith('tcp ') ? ofConnection(past, missed) : ofSession(past, missed);
}

/** Why a node lacks a session. */
function ofSession(past: Case, missed: EventOf<'recalled'>): readonly Evidence[] {
  const { node, key } = missed;
  const evidence: Evidence[] = [{ reason: { kind: 'has-no-session', node }, event: missed.id }];
  const end = endBefore(past, missed);
  const first = firstWrite(past, sessionIdOf(key));
  if (first === undefined)
    return [...evidence, end === undefined ? neverThere(node) : evidenceOfEnd(past, end)];
  if (end?.cause === 'stale') {
    return [...evidence, ...ofLaterWrite(past, end), ...ofEnd(past, end)];
  }
  if (end === undefined && isServer(node)) return [...evidence, ...ofSessionElsewhere(past, missed, first)];
  const holder = end?.node ?? first.node;
  if (holder !== node) {
    const kind = end === undefined ? 'session-is-on' : 'session-was-on';
    const written = firstWrite(past, sessionIdOf(key), holder) ?? first;
    evidence.push({ reason: { kind, node: holder }, event: written.id });
    if (!isStore(node)) evidence.push(...ofCopies(past, holder, node, sessionIdOf(key)));
  }
  if (end !== undefined) evidence.push(evidenceOfEnd(past, end));
  return evidence;
}

/** Why a server lacks a session that another node has: it had lost its own, or it never had one. */
function ofSessionElsewhere(
  past: Case,
  { node, key, id }: EventOf<'recalled'>,
  first: EventOf<'remembered'>,
): readonly Evidence[] {
  const events = past.events.slice(0, id);
  const writes = events.filter(
    (event): event is EventOf<'remembered'> =>
      event.kind === 'remembered' && event.key === key && isServer(event.node),
  );
  const has = (server: NodeId) =>
    isHeld(
      events,
      writes.findLast((event) => event.node === server),
    );
  const holding = [first, ...writes].find((write) => write.node !== node && has(write.node));
  const holder = holding ?? first;
  const where: readonly Evidence[] =
    holder.node === node ? [] : [{ reason: { kind: 'session-is-on', node: holder.node }, event: holder.id }];
  const own = writes.findLast((event) => event.node === node);
  const end = own === undefined ? undefined : endOf(events, own);
  const copies = ofCopies(past, first.node, node, sessionIdOf(key));
  const isRefused = copies.some(({ reason }) => reason.kind === 'copy-had-expired');
  const choice = isServer(holder.node) ? evidenceOfChoice(past, holder.node, node) : [];
  if (end === undefined || isRefused) return [...where, ...copies, ...choice];
  return [ofOwnEnd(past, node, key, end), ...where, ...(end.kind === 'forgot' ? [] : choice)];
}

function isHeld(events: readonly ClusterEvent[], write: EventOf<'remembered'> | undefined): boolean {
  return write !== undefined && endOf(events, write) === undefined;
}

function endOf(
  events: readonly ClusterEvent[],
  { id, node, key }: EventOf<'remembered'>,
): ClusterEvent | undefined {
  return events.slice(id + 1).find((event) => endsAt(event, node, key));
}

/** How a server lost a session that another one still has. */
function ofOwnEnd({ run }: Past, node: NodeId, key: string, event: ClusterEvent): Evidence {
  if (event.kind === 'node-crashed')
    return { reason: { kind: reasonOfCrash(run.events, event), node }, event: event.id };
  const found = lossesOf(run.events)
    .ends.get(key)
    ?.find((end) => end.event === event.id);
  if (found !== undefined) return evidenceOfEnd({ run, events: run.events }, found);
  const wished = event.kind === 'forgot' ? ofWish(run, event) : null;
  if (wished !== null) return wished;
  const cause = run.events[event.cause ?? -1];
  const by = cause?.kind === 'message-delivered' ? cause.message.from : node;
  return { reason: { kind: 'ended-it', node: by }, event: event.id };
}

/** Why a node had a session without its latest change, or a login with a former refresh token. */
export function evidenceOfOutdated(past: Past, { node, event, end }: OutdatedRead): readonly Evidence[] {
  if (isLoginKey(end.key)) return [{ reason: { kind: 'has-older-login', node }, event }, ...ofEnd(past, end)];
  const outdated: Evidence = { reason: { kind: 'has-older-data', node }, event };
  // A server beside a store has copies of sessions in it, for a while.
  const isOwnCopy = isServer(node) && isSessionKey(end.key);
  if (!isOwnCopy) return [outdated, ...ofLaterWrite(past, end), ...ofEnd(past, end)];
  const used: Evidence = { reason: { kind: 'used-own-copy', node }, event };
  // Such a copy can lack nothing: it outlives the session in the store.
  return end.cause === 'stale'
    ? [outdated, ...ofLaterWrite(past, end), used]
    : [used, evidenceOfEnd(past, end)];
}

/** Nothing brings a missed change while the store that has it is down. */
function ofEnd(past: Past, end: SessionEnd): readonly Evidence[] {
  const write = past.events[end.write ?? -1];
  return end.cause === 'stale' && write?.kind === 'remembered' && isStore(end.node)
    ? ofUnreachedWrite(past.events, end.node, write, end.event)
    : [evidenceOfEnd(past, end)];
}

function evidenceOfEnd({ run }: Past, { cause, node, event }: SessionEnd): Evidence {
  const ended = run.events[event];
  if (cause === 'crashed' && ended?.kind === 'node-crashed') {
    return { reason: { kind: reasonOfCrash(run.events, ended), node }, event };
  }
  const wished = cause === 'ended' && ended?.kind === 'forgot' ? ofWish(run, ended) : null;
  return wished ?? { reason: { kind: endings[cause], node }, event };
}

/** A session that was ended because a client logged out, or logged in and got another ID; null for another reason. */
function ofWish({ events }: Case['run'], ended: EventOf<'forgot'>): Evidence | null {
  const request = servedBy(events, ended);
  if (request === null) return null;
  const { id: event } = ended;
  switch (intentOf({ events }, request).kind) {
    case 'log-out':
      return { reason: { kind: 'logout-had-ended-login', node: clientOf(request) }, event };
    case 'log-in':
      return { reason: { kind: 'was-renewed', node: serverBehind(events, ended) }, event };
    default:
      return null;
  }
}

/** The server that deleted an entry, of its own or in a store. */
function serverBehind(events: readonly ClusterEvent[], ended: EventOf<'forgot'>): NodeId {
  if (isServer(ended.node)) return ended.node;
  for (const cause of causesOf(events, ended)) {
    if ('message' in cause && isServer(cause.message.from)) return cause.message.from;
  }
  return ended.node;
}

/** Where the write is that a node should have had, while that node is up. */
function ofLaterWrite({ events }: Past, { cause, write, event: at }: SessionEnd): readonly Evidence[] {
  const event = write === null || cause !== 'stale' ? undefined : events[write];
  return event?.kind === 'remembered' && crashOf(events, event.node, at) === null
    ? [{ reason: { kind: 'session-is-on', node: event.node }, event: event.id }]
    : [];
}

/** How the missed session ended. A missed change counts only for the lookup that missed it. */
function endBefore({ events, run }: Past, { key, id }: EventOf<'recalled'>): SessionEnd | undefined {
  const last = lossesOf(run.events)
    .ends.get(key)
    ?.findLast(({ event, cause }) => event <= id && (cause !== 'stale' || event === id));
  const isBackAgain =
    last !== undefined &&
    last.cause !== 'stale' &&
    events
      .slice(last.event, id)
      .some((event) => event.kind === 'remembered' && event.key === key && isServer(event.node));
  return isBackAgain ? undefined : last;
}

function sessionIdOf(key: string): string {
  return isSessionKey(key) ? key.slice(storeKeyOf('').length) : key;
}

/** Why a node lacks a connection that its peer still believes in. */
function ofConnection({ events }: Past, { node, key, id }: EventOf<'recalled'>): readonly Evidence[] {
  const evidence: Evidence[] = [{ reason: { kind: 'has-no-connection', node }, event: id }];
  const kept = events.findLast(
    (event) => event.kind === 'remembered' && event.key === key && event.item.kind === 'tcp-connection',
  );
  if (kept?.kind !== 'remembered') return [...evidence, neverThere(node)];
  if (kept.node !== node) {
    evidence.push({ reason: { kind: 'connection-was-on', node: kept.node }, event: kept.id });
  }
  const end = events.slice(kept.id).find((event) => endsAt(event, kept.node, key));
  if (end !== undefined) {
    evidence.push({ reason: { kind: endingOf(end, events), node: kept.node }, event: end.id });
  }
  return evidence;
}

/** How an event ends a connection's entry. */
function endingOf(end: ClusterEvent, events: readonly ClusterEvent[]): PlainReason {
  if (end.kind === 'node-crashed') return reasonOfCrash(events, end);
  return end.kind === 'node-left' ? 'left-with-it' : 'ended-it';
}

/**
 * The first write shows which server handled the request; copies come later.
 *
 * @param node Where it was written; by default on any node.
 */
function firstWrite({ events }: Past, id: string, node?: NodeId): EventOf<'remembered'> | undefined {
  return events.find(
    (event): event is EventOf<'remembered'> =>
      event.kind === 'remembered' &&
      sessionIn(event.item)?.id === id &&
      (node === undefined || event.node === node),
  );
}

function ofCopies({ run, events }: Past, holder: NodeId, node: NodeId, id: string): readonly Evidence[] {
  if (!traitsOf(run.scenario).keepsCopies) return [];
  const copies = events.filter(
    (event) =>
      'message' in event &&
      event.message.from === holder &&
      event.message.to === node &&
      event.message.body.kind === 'session-copy' &&
      event.message.body.copy.kind === 'session' &&
      event.message.body.copy.session.id === id,
  );
  const lost = copies.find(({ kind }) => kind === 'message-lost');
  if (lost !== undefined) return [{ reason: { kind: 'copy-was-lost', node }, event: lost.id }];
  const last = copies.findLast(({ kind }) => kind === 'message-delivered');
  if (last !== undefined && hadExpired({ run, events }, last)) {
    return [{ reason: { kind: 'copy-had-expired', node }, event: last.id }];
  }
  return copies.length === 0 ? [{ reason: { kind: 'was-not-copied', node: holder }, event: null }] : [];
}

/** Whether a copy was too old when it arrived, by the clock of the server that got it. */
function hadExpired({ run, events }: Past, event: ClusterEvent): boolean {
  const { scenario } = run;
  if (event.kind !== 'message-delivered' || scenario.kind !== 'cluster') return false;
  const { to, body } = event.message;
  const copy = body.kind === 'session-copy' ? body.copy : undefined;
  if (copy?.kind !== 'session') return false;
  const nowUs = event.atUs + readingOf(events.slice(0, event.id), to).offsetUs;
  return isExpired(copy.session, scenario.sessions, nowUs);
}

/** An ID that no node of this run has given: the client made it up, or it is of another run. */
function neverThere(node: NodeId): Evidence {
  return { reason: { kind: 'was-never-there', node }, event: null };
}

function endsAt(event: ClusterEvent, node: NodeId, key: string): boolean {
  switch (event.kind) {
    case 'node-crashed':
      return event.node === node && event.forgets;
    case 'node-left':
      return event.node === node;
    case 'forgot':
      return event.node === node && event.key === key;
    default:
      return false;
  }
}
