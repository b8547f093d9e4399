/** Which server wrote the times of a session, wherever the session is kept. */
import { type ClusterEvent, isServer } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { cookieOf, cookiesSetBy } from '../simulation/protocols/cookies.ts';
import { parseJsonObject } from '../simulation/protocols/http.ts';
import { open } from '../simulation/protocols/jwe.ts';
import type { SigningKey } from '../simulation/protocols/signing-key.ts';
import type { Session } from '../simulation/session.ts';
import { SEALED_COOKIE, sessionIdIn } from '../simulation/strategies/session-cookie.ts';
import { keysOn } from './key-rings.ts';
import { arrivalAt } from './why-case.ts';
import type { Judged } from './why-keys.ts';

/** The event with which a server wrote something. */
export interface Written {
  readonly node: NodeId;
  readonly id: EventId;
}

/** The times of a session, and the version of the code that wrote it. */
interface Times extends Pick<Session, 'id' | 'createdUs' | 'lastSeenUs'> {
  readonly format: number;
}

/** The session that the judging server had found, as it was then. */
export function presentedSession(judged: Judged, events: readonly ClusterEvent[]): Times | null {
  const { server } = judged;
  const arrived = arrivalAt(judged, server);
  if (arrived === null) return null;
  const sealed = cookieOf(arrived.body, SEALED_COOKIE);
  if (sealed !== undefined) return timesInCookie(sealed, keysOn(server, events));
  const id = sessionIdIn(arrived.body);
  for (const event of events.toReversed()) {
    const times = timesRead(event, server);
    if (times !== null && times.id === id) return times;
  }
  return null;
}

/** A session that a server has in its memory, or gets from a store. */
function timesRead(event: ClusterEvent, server: NodeId): Times | null {
  if (event.kind === 'remembered' && event.node === server) {
    if (event.item.kind === 'session') return timesOf(event.item.session);
    return event.item.kind === 'local-copy' ? timesIn(event.item.value) : null;
  }
  if (event.kind !== 'message-delivered' || event.message.to !== server) return null;
  const { body } = event.message;
  return body.kind === 'store-reply' && body.reply === 'value' && body.value !== null
    ? timesIn(body.value)
    : null;
}

/** The first event in which a server had these times: copies came later. */
export function lastWriteOf(
  { id, lastSeenUs }: Times,
  judged: Judged,
  events: readonly ClusterEvent[],
): Written | null {
  return firstWrite(judged, events, (times) => times.id === id && times.lastSeenUs === lastSeenUs);
}

export function creationOf({ id }: Times, judged: Judged, events: readonly ClusterEvent[]): Written | null {
  return firstWrite(judged, events, (times) => times.id === id);
}

function firstWrite(
  { server }: Judged,
  events: readonly ClusterEvent[],
  isIt: (times: Times) => boolean,
): Written | null {
  const keys = keysOn(server, events);
  for (const event of events) {
    const node = writerOf(event);
    if (node !== null && timesWritten(event, keys).some(isIt)) return { node, id: event.id };
  }
  return null;
}

function writerOf(event: ClusterEvent): NodeId | null {
  const node =
    event.kind === 'remembered' ? event.node : event.kind === 'message-sent' ? event.message.from : null;
  return node !== null && isServer(node) ? node : null;
}

function timesWritten(event: ClusterEvent, keys: readonly SigningKey[]): readonly Times[] {
  if (event.kind === 'remembered') return event.item.kind === 'session' ? [timesOf(event.item.session)] : [];
  if (event.kind !== 'message-sent') return [];
  const { body } = event.message;
  if (body.kind === 'store-command' && body.name === 'SET') return present(timesIn(body.value));
  if (body.kind !== 'http-response' || keys.length === 0) return [];
  return cookiesSetBy(body).flatMap(({ name, value }) =>
    name === SEALED_COOKIE ? present(timesInCookie(value, keys)) : [],
  );
}

function present(times: Times | null): readonly Times[] {
  return times === null ? [] : [times];
}

function timesInCookie(cookie: string, keys: readonly SigningKey[]): Times | null {
  const opened = open(cookie, keys);
  return opened.kind === 'refused' ? null : timesIn(opened.plaintext);
}

/** Null for a text that isn't a session. */
function timesIn(text: string): Times | null {
  const { id, createdUs, lastSeenUs, data } = parseJsonObject(text) ?? {};
  if (typeof id !== 'string' || typeof createdUs !== 'number' || typeof lastSeenUs !== 'number') return null;
  return { id, createdUs, lastSeenUs, format: formatIn(data) };
}

function timesOf({ id, createdUs, lastSeenUs, data }: Session): Times {
  return { id, createdUs, lastSeenUs, format: formatIn(data) };
}

/** The first version of the code writes no format. */
function formatIn(data: unknown): number {
  const isNewer = typeof data === 'object' && data !== null && 'format' in data;
  return isNewer && typeof data.format === 'number' ? data.format : 1;
}
