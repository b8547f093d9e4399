/** Why a refresh token isn't accepted, and why its client has none afterwards. */

import { REFRESH_TARGET } from '../simulation/applications/requests.ts';
import { isServer, isStore } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { type HttpRequest, parseJsonObject } from '../simulation/protocols/http.ts';
import { isLoginKey } from '../simulation/store-keys.ts';
import { reasonOfCrash } from './crashes.ts';
import { servedBy } from './losses.ts';
import type { Evidence, PlainReason } from './reasons.ts';
import { removalOf } from './store-removals.ts';
import { arrivalAt, type Case, clientOf, type EventOf, intentOf } from './why-case.ts';

/** @param server The server that refused it. */
export function evidenceOfGrant(past: Case, server: NodeId): readonly Evidence[] {
  const { run, request } = past;
  const { scenario } = run;
  if (scenario.kind !== 'cluster' || scenario.tokens.refreshLifetimeUs === null) {
    return [plain('no-refresh-tokens', server)];
  }
  const arrived = arrivalAt(past, server);
  const token = arrived === null ? null : refreshTokenOf(arrived.body);
  if (arrived === null || token === null) return [plain('shows-no-refresh-token', clientOf(request))];
  const missed = past.events.findLast(
    (event): event is EventOf<'recalled'> =>
      event.kind === 'recalled' && isLoginKey(event.key) && servedBy(run.events, event) === request,
  );
  if (missed !== undefined && !missed.found) return ofMissingLogin(past, missed);
  const before = earlierUse(past, token, arrived.event);
  if (before === null) return [plain('another-was-faster', server, arrived.event)];
  return [
    plain('was-used-before', clientOf(before.request), before.event),
    ...(endsLogin(past) ? [plain('reuse-ends-login', server)] : []),
  ];
}

/** Whether this request had the store delete a login. */
function endsLogin({ events, request }: Case): boolean {
  return events.some((event) => {
    if (event.kind !== 'message-sent' || event.message.request !== request) return false;
    const { body } = event.message;
    return body.kind === 'store-command' && body.name === 'DEL' && isLoginKey(body.key);
  });
}

/** The login that a refresh token belongs to is no longer in the store. */
function ofMissingLogin(past: Case, missed: EventOf<'recalled'>): readonly Evidence[] {
  const { node, key, id } = missed;
  const { events, run } = past;
  const evidence: Evidence[] = [plain('has-no-login-entry', node, id)];
  const last = events
    .slice(0, id)
    .findLast(
      (event) =>
        ((event.kind === 'remembered' || event.kind === 'forgot') &&
          event.key === key &&
          isStore(event.node)) ||
        (event.kind === 'node-crashed' && event.node === node && event.forgets),
    );
  switch (last?.kind) {
    case 'node-crashed':
      return [...evidence, plain(reasonOfCrash(events, last), node, last.id)];
    case 'remembered':
      // Another store has it.
      return last.node === node ? evidence : [...evidence, plain('was-behind', node)];
    case 'forgot':
      return [...evidence, ofEnd(last, run.events)];
    default:
      return evidence;
  }
}

/** How a login's entry was removed. */
function ofEnd(end: EventOf<'forgot'>, events: Case['events']): Evidence {
  const removal = removalOf(events, end);
  if (removal !== 'deleted') return plain(removal, end.node, end.id);
  const by = servedBy(events, end);
  const isReuse = by !== null && intentOf({ events }, by).kind === 'refresh';
  const node = by === null ? end.node : clientOf(by);
  return plain(isReuse ? 'reuse-had-ended-login' : 'logout-had-ended-login', node, end.id);
}

/** The first request that brought this refresh token to a server. */
function earlierUse(
  { events }: Case,
  token: string,
  before: EventId,
): { readonly request: RequestId; readonly event: EventId } | null {
  for (const event of events) {
    if (event.id >= before) return null;
    if (event.kind !== 'message-delivered' || event.message.body.kind !== 'http-request') continue;
    const { request, to, body } = event.message;
    const isUse = body.target === REFRESH_TARGET && isServer(to) && refreshTokenOf(body) === token;
    if (isUse && request !== null) return { request, event: event.id };
  }
  return null;
}

/** The client has deleted its tokens: at its logout, or after its refresh token was refused. */
export function evidenceOfDroppedTokens({ events, request }: Case): readonly Evidence[] {
  const client = clientOf(request);
  const changed = events.findLast(
    (event): event is EventOf<'forgot' | 'remembered'> =>
      (event.kind === 'forgot' || event.kind === 'remembered') &&
      event.node === client &&
      event.key === 'access-token',
  );
  if (changed?.kind !== 'forgot' || changed.cause === null) return [];
  const heard = events[changed.cause];
  if (heard?.kind !== 'message-delivered' || heard.message.body.kind !== 'http-response') return [];
  const kind = heard.message.body.status === 400 ? 'dropped-its-tokens' : 'had-logged-out';
  return [plain(kind, client, heard.id)];
}

function refreshTokenOf({ body }: HttpRequest): string | null {
  const { refresh_token: token } = parseJsonObject(body) ?? {};
  return typeof token === 'string' ? token : null;
}

function plain(kind: PlainReason, node: NodeId, event: EventId | null = null): Evidence {
  return { reason: { kind, node }, event };
}
