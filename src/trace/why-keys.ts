/** Why a server refuses a signed token or a sealed cookie. */
import { type ClusterEvent, isServer, SESSION_STORE } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { readBearerCredentials } from '../simulation/protocols/bearer-auth.ts';
import { parseJwe, parseJws } from '../simulation/protocols/compact-serialization.ts';
import { isTooLarge } from '../simulation/protocols/cookie-size.ts';
import { cookiesSetBy } from '../simulation/protocols/cookies.ts';
import { type HttpRequest, type HttpResponse, headerOf } from '../simulation/protocols/http.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { reasonOfCrash } from './crashes.ts';
import { endOfRing, keysOn, type RingEvent, ringsWith, storedRingsWith } from './key-rings.ts';
import type { Evidence } from './reasons.ts';
import { arrivalAt, type EventOf } from './why-case.ts';

/** What has happened up to a response, and the server that gave it. */
export interface Judged {
  readonly scenario: Scenario;
  readonly events: readonly ClusterEvent[];
  readonly request: RequestId;
  readonly server: NodeId;
  readonly response: HttpResponse;
  /** The response's event. */
  readonly event: number;
}

/** A key is missing on the server. */
export function evidenceOfUnknownKey(judged: Judged): readonly Evidence[] {
  const { events, server, scenario } = judged;
  const kid = presentedIn(judged)?.kid ?? null;
  if (kid === null || scenario.kind !== 'cluster') return [];
  const rings = ringsWith(events, kid);
  const had = rings.findLast(({ node }) => node === server);
  if (had !== undefined) return ofRemoval(judged, kid, had);
  const evidence: Evidence[] = [
    { reason: { kind: 'key-never-received', node: server }, event: judged.event },
  ];
  const [received] = rings;
  return received === undefined
    ? evidence
    : [...evidence, ...ofOwner(events, kid, rings), ...ofDistribution(judged, kid, received)];
}

/** Which server has the key, or how the first one that had it lost it. */
function ofOwner(
  events: readonly ClusterEvent[],
  kid: string,
  rings: readonly RingEvent[],
): readonly Evidence[] {
  const holding = rings.find(({ node }) => keysOn(node, events).some((key) => key.kid === kid));
  if (holding !== undefined) {
    return [{ reason: { kind: 'key-is-on', node: holding.node }, event: holding.id }];
  }
  const had = rings.findLast(({ node }) => node === rings[0]?.node);
  const end = had === undefined ? undefined : endOfRing(events, had);
  if (had === undefined || end === undefined) return [];
  const { node } = had;
  return end.kind === 'remembered'
    ? [{ reason: { kind: 'key-was-removed', node }, event: end.id }]
    : [{ reason: { kind: 'key-was-on', node }, event: had.id }, ofGoneServer(events, end)];
}

/** The server had the key: a rotation, a removal, or a crash took it. */
function ofRemoval({ events, server, scenario }: Judged, kid: string, had: RingEvent): readonly Evidence[] {
  const end = endOfRing(events, had);
  if (end === undefined) return [];
  const isInStore = scenario.kind === 'cluster' && scenario.keys.kind === 'in-store';
  if (end.kind === 'remembered') {
    const removed: Evidence = { reason: { kind: 'key-was-removed', node: server }, event: end.id };
    const isCommanded = commandBehind(events, end) !== undefined;
    return isInStore && !isCommanded ? [removed, ...ofStoredKeys(events, kid)] : [removed];
  }
  const gone = ofGoneServer(events, end);
  if (!isInStore) return [gone, { reason: { kind: 'keys-are-own', node: server }, event: null }];
  const ofStore = ofStoredKeys(events, kid);
  return ofStore.length > 0
    ? [gone, ...ofStore]
    : [gone, { reason: { kind: 'has-not-read-a-key', node: server }, event: null }];
}

function ofGoneServer(events: readonly ClusterEvent[], end: EventOf<'node-crashed' | 'node-left'>): Evidence {
  const kind = end.kind === 'node-crashed' ? reasonOfCrash(events, end) : 'left-with-it';
  return { reason: { kind, node: end.node }, event: end.id };
}

/** How the store lost a key; empty if it still has it. */
function ofStoredKeys(events: readonly ClusterEvent[], kid: string): readonly Evidence[] {
  const kept = storedRingsWith(events, kid).at(-1);
  if (kept === undefined) return [];
  const { node, key } = kept;
  const end = events
    .slice(kept.id + 1)
    .find(
      (event) =>
        (event.kind === 'node-crashed' && event.node === node && event.forgets) ||
        ((event.kind === 'forgot' || event.kind === 'remembered') &&
          event.node === node &&
          event.key === key),
    );
  switch (end?.kind) {
    case 'node-crashed':
      return [{ reason: { kind: 'lost-the-keys', node }, event: end.id }];
    case 'forgot':
      return [{ reason: { kind: 'deleted-the-keys', node }, event: end.id }];
    case 'remembered':
      return [{ reason: { kind: 'got-other-keys', node }, event: end.id }];
    default:
      return [];
  }
}

/** Why a key that one server has isn't on another one. */
function ofDistribution(
  { events, server, scenario }: Judged,
  kid: string,
  received: RingEvent,
): readonly Evidence[] {
  const kind = scenario.kind === 'cluster' ? scenario.keys.kind : 'shared';
  if (kind === 'own') return [{ reason: { kind: 'keys-are-own', node: server }, event: null }];
  if (kind === 'in-store') return ofUnreadKey(events, server, kid);
  const given = commandBehind(events, received);
  const wasMeant = given?.command.kind === 'instruct' && given.command.nodes.includes(server);
  const wasDown = given !== undefined && !isUpAt(events, server, given.id);
  return wasMeant && wasDown
    ? [{ reason: { kind: 'was-down-then', node: server }, event: given.id }]
    : [{ reason: { kind: 'was-not-told', node: server }, event: given?.id ?? null }];
}

/** Why a server didn't find a key in the store: it came after the last reading, was lost before it, or never came. */
function ofUnreadKey(events: readonly ClusterEvent[], server: NodeId, kid: string): readonly Evidence[] {
  const [stored] = storedRingsWith(events, kid);
  if (stored === undefined) {
    return [{ reason: { kind: 'never-got-the-key', node: SESSION_STORE }, event: null }];
  }
  const read = events.findLast(
    (event) =>
      event.kind === 'message-delivered' &&
      event.message.to === server &&
      event.message.request === null &&
      event.message.body.kind === 'store-reply' &&
      event.message.body.reply === 'value',
  );
  const ofStore = read !== undefined && read.id > stored.id ? ofStoredKeys(events, kid) : [];
  return ofStore.length > 0
    ? ofStore
    : [{ reason: { kind: 'keys-were-read-before', node: server }, event: null }];
}

function commandBehind(
  events: readonly ClusterEvent[],
  { cause }: ClusterEvent,
): EventOf<'command-taken'> | undefined {
  const given = cause === null ? undefined : events[cause];
  return given?.kind === 'command-taken' ? given : undefined;
}

function isUpAt(events: readonly ClusterEvent[], node: NodeId, event: number): boolean {
  const last = events
    .slice(0, event)
    .findLast(
      (each) =>
        (each.kind === 'node-started' || each.kind === 'node-crashed' || each.kind === 'node-left') &&
        each.node === node,
    );
  return last?.kind === 'node-started';
}

/** The first response of a server with this token or cookie; null for one that none of them issued. */
export function issuedAt(
  events: readonly ClusterEvent[],
  text: string,
): { readonly node: NodeId; readonly id: EventId } | null {
  for (const event of events) {
    if (event.kind !== 'message-sent' || event.message.body.kind !== 'http-response') continue;
    const { body, from } = event.message;
    const isIssued = body.body.includes(text) || body.headers.some(([, value]) => value.includes(text));
    if (isServer(from) && isIssued) return { node: from, id: event.id };
  }
  return null;
}

/** A response sets a cookie that its client ignores. */
export function evidenceOfLargeCookie({ response, event }: Judged, client: NodeId): readonly Evidence[] {
  return cookiesSetBy(response).some(isTooLarge)
    ? [
        { reason: { kind: 'cookie-was-too-large', node: client }, event },
        { reason: { kind: 'keeps-the-old-cookie', node: client }, event: null },
      ]
    : [];
}

/** A client lacks what an earlier response wanted it to keep, because that cookie was too large. */
export function evidenceOfIgnoredCookie({ events, event }: Judged, client: NodeId): readonly Evidence[] {
  for (const each of events.slice(0, event).toReversed()) {
    if (each.kind !== 'message-delivered' || each.message.to !== client) continue;
    const { body } = each.message;
    const set = body.kind === 'http-response' ? cookiesSetBy(body) : [];
    if (set.length === 0) continue;
    return set.some(isTooLarge)
      ? [{ reason: { kind: 'cookie-was-too-large', node: client }, event: each.id }]
      : [];
  }
  return [];
}

interface Presented {
  readonly text: string;
  /** The key ID in its header. */
  readonly kid: string | null;
}

/** The token or sealed cookie with which a request reached its server. */
export function presentedIn(judged: Judged): Presented | null {
  const arrived = arrivalAt(judged, judged.server);
  const text = arrived === null ? null : credentialIn(arrived.body);
  return text === null ? null : { text, kid: keyIdIn(text) };
}

/** A bearer token or a sealed cookie. */
export function credentialIn(request: HttpRequest): string | null {
  const token = readBearerCredentials(headerOf(request, 'Authorization') ?? '');
  if (token !== undefined) return token;
  const cookies = (headerOf(request, 'Cookie') ?? '')
    .split('; ')
    .map((pair) => pair.slice(pair.indexOf('=') + 1));
  return cookies.find((value) => !('kind' in parseJwe(value))) ?? null;
}

function keyIdIn(text: string): string | null {
  const jwe = parseJwe(text);
  const read = 'kind' in jwe ? parseJws(text) : jwe;
  return 'kind' in read || typeof read.header.kid !== 'string' ? null : read.header.kid;
}
