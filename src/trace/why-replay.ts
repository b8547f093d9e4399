/** Why a token, a sealed cookie or a session ID still works after the client that had it has logged out. */
import { type ClusterEvent, isClient, isServer, isStore } from '../simulation/cluster.ts';
import type { RequestId } from '../simulation/kernel/actor.ts';
import { cookieOf } from '../simulation/protocols/cookies.ts';
import { type HttpRequest, headerOf } from '../simulation/protocols/http.ts';
import { decodeToken } from '../simulation/protocols/token.ts';
import { storeKeyOf } from '../simulation/session.ts';
import { revocationKeyOf } from '../simulation/store-keys.ts';
import { SESSION_COOKIE } from '../simulation/strategies/session-cookie.ts';
import { traitsOf } from '../simulation/variants.ts';
import { servedBy } from './losses.ts';
import { readRequest } from './reading.ts';
import type { Evidence } from './reasons.ts';
import { endOfEntry, removalOf } from './store-removals.ts';
import { ofUnreachedWrite } from './unreached-writes.ts';
import { type Case, clientOf, type EventOf, intentOf } from './why-case.ts';
import { plain } from './why-error.ts';
import { credentialIn, issuedAt, type Judged } from './why-keys.ts';

/** A logout that its client was told of. */
interface Logout {
  readonly request: RequestId;
  /** The client has deleted its own copy with it. */
  readonly heard: EventOf<'message-delivered'>;
  readonly credential: string;
}

/** Empty if nobody has logged out of the login that this request's credentials belong to. */
export function evidenceOfReplay(past: Case, judged: Judged): readonly Evidence[] {
  const { run, events, request } = past;
  const intent = intentOf(run, request).kind;
  if (judged.response.status !== 200 || intent === 'log-in' || intent === 'log-out') return [];
  const sent = sentBy(events, request);
  const credential = sent === undefined ? null : credentialOf(sent.body);
  if (sent === undefined || credential === null) return [];
  const logout = logoutsBefore(past, sent.event).findLast(
    (each) => loginOf(past, each.credential) === loginOf(past, credential),
  );
  if (logout === undefined) return [];
  const reasons = ofSurvival(past, judged, logout, credential);
  if (reasons.length === 0) return [];
  return [plain('had-logged-out', clientOf(logout.request), logout.heard.id), ...reasons];
}

function ofSurvival(past: Case, judged: Judged, logout: Logout, credential: string): readonly Evidence[] {
  const { scenario } = past.run;
  switch (traitsOf(scenario).stateLocation) {
    case 'cookie':
      return [plain('no-server-remembers-it', judged.server)];
    case 'token': {
      const hasDenyList = scenario.kind === 'cluster' && scenario.tokens.hasDenyList;
      return hasDenyList
        ? ofDenyList(past, logout, credential)
        : [plain('no-server-remembers-it', judged.server)];
    }
    default:
      return ofSession(past, logout, credential);
  }
}

/** The deny list has lost the token, or it was never put there. */
function ofDenyList(past: Case, logout: Logout, credential: string): readonly Evidence[] {
  const { run, events, request } = past;
  const key = revocationKeyIn(credential);
  if (key === null) return [];
  const listed = listings(events, key);
  const asked = events.findLast(
    (event): event is EventOf<'recalled'> =>
      event.kind === 'recalled' && event.key === key && servedBy(run.events, event) === request,
  );
  const last = listed.findLast(({ node }) => node === asked?.node) ?? listed.at(-1);
  if (asked === undefined) return [];
  if (last === undefined) {
    const other = revocationKeyIn(logout.credential);
    const isOther = other !== null && other !== key && listings(events, other).length > 0;
    return [plain(isOther ? 'deny-list-has-another' : 'listed-nothing', answererOf(logout))];
  }
  const had = plain('had-it-on-deny-list', last.node, last.id);
  const end = endOfEntry(events, last);
  if (end !== undefined) {
    const removal = removalOf(run.events, end);
    return removal === 'deleted' ? [had] : [had, plain(removal, last.node, end.id)];
  }
  return last.node === asked.node ? [had] : [had, ...ofUnreachedWrite(events, asked.node, last, asked.id)];
}

function listings(events: readonly ClusterEvent[], key: string): readonly EventOf<'remembered'>[] {
  return events.filter(
    (event): event is EventOf<'remembered'> =>
      event.kind === 'remembered' && event.key === key && isStore(event.node),
  );
}

function revocationKeyIn(token: string): string | null {
  const jti = decodeToken(token)?.payload.jti;
  return typeof jti === 'string' ? revocationKeyOf(jti) : null;
}

/** The logout didn't end the session; empty if it did. */
function ofSession({ run, events, request }: Case, logout: Logout, id: string): readonly Evidence[] {
  const isOfSession = (key: string) => key === id || key === storeKeyOf(id);
  const byLogout = (event: ClusterEvent) => servedBy(run.events, event) === logout.request;
  // A server also drops its own copy of a session whose store it can't reach.
  const isEnded = events.some(
    (event) =>
      event.kind === 'forgot' &&
      (event.key === id || (event.key === storeKeyOf(id) && isStore(event.node))) &&
      byLogout(event),
  );
  if (isEnded) return [];
  const found = events.findLast(
    (event): event is EventOf<'recalled'> =>
      event.kind === 'recalled' &&
      event.found &&
      isOfSession(event.key) &&
      servedBy(run.events, event) === request,
  );
  if (found === undefined) return [];
  return [ofLogout(events, logout, isOfSession, byLogout), plain('session-is-on', found.node, found.id)];
}

/** Why a logout ended nothing although its client was told that it worked. */
function ofLogout(
  events: readonly ClusterEvent[],
  logout: Logout,
  isOfSession: (key: string) => boolean,
  byLogout: (event: ClusterEvent) => boolean,
): Evidence {
  const missed = events.findLast(
    (event): event is EventOf<'recalled'> =>
      event.kind === 'recalled' && !event.found && isOfSession(event.key) && byLogout(event),
  );
  if (missed !== undefined) return plain('logout-found-nothing', missed.node, missed.id);
  const order = events.findLast(
    (event): event is EventOf<'message-sent'> =>
      event.kind === 'message-sent' &&
      event.message.request === logout.request &&
      event.message.body.kind === 'store-command' &&
      event.message.body.name !== 'GET' &&
      isOfSession(event.message.body.key),
  );
  return order === undefined
    ? plain('logout-could-not-use-it', answererOf(logout), logout.heard.id)
    : plain('never-got-the-logout', order.message.to, order.id);
}

/** The server that answered a logout. */
function answererOf({ heard }: Logout): string {
  const { body, from } = heard.message;
  return (body.kind === 'http-response' ? headerOf(body, 'X-Served-By') : undefined) ?? from;
}

/** Reads each event once: a look-up per response would take the square of the run's length. */
function logoutsBefore({ events }: Case, before: number): readonly Logout[] {
  /** Of each request to log out, as it was sent first. */
  const credentials = new Map<RequestId, string | null>();
  const logouts: Logout[] = [];
  for (const event of events.slice(0, before)) {
    if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') continue;
    const { from, to, request, body } = event.message;
    if (request === null) continue;
    if (event.kind === 'message-sent') {
      if (!isClient(from) || body.kind !== 'http-request' || credentials.has(request)) continue;
      if (readRequest(body).kind === 'log-out') credentials.set(request, credentialOf(body));
    } else if (isClient(to) && body.kind === 'http-response' && body.status === 200) {
      const credential = credentials.get(request) ?? null;
      if (credential !== null) logouts.push({ request, heard: event, credential });
    }
  }
  return logouts;
}

function sentBy(events: readonly ClusterEvent[], request: RequestId) {
  for (const event of events) {
    if (event.kind !== 'message-sent' || event.message.request !== request) continue;
    const { body, from } = event.message;
    return body.kind === 'http-request' && isClient(from) ? { event: event.id, body } : undefined;
  }
  return undefined;
}

/** A token, a sealed cookie, or a session ID. */
function credentialOf(request: HttpRequest): string | null {
  return credentialIn(request) ?? cookieOf(request, SESSION_COOKIE) ?? null;
}

/** The first token or sealed cookie of a login. Each change of its contents makes another one. A session keeps its ID. */
function loginOf({ run, events }: Pick<Case, 'run' | 'events'>, credential: string): string {
  let text = credential;
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const issued = issuedAt(events, text);
    if (issued === null || issued.id >= before) return text;
    before = issued.id;
    const event = events[issued.id];
    const request =
      event?.kind === 'message-sent' && isServer(event.message.from) ? event.message.request : null;
    if (request === null || intentOf(run, request).kind === 'log-in') return text;
    const sent = sentBy(events, request);
    const presented = sent === undefined ? null : credentialIn(sent.body);
    if (presented === null) return text;
    text = presented;
  }
}
