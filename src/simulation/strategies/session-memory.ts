/**
 * Sessions in a server's own memory, by ID. An expired session is removed when its ID is presented next, and counts as
 * memory until then. Like simple servers, this one doesn't look for abandoned sessions.
 */
import { done, type Flow, perform } from '../actors/flow.ts';
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { HttpRequest } from '../protocols/http.ts';
import { expiryOf, isExpired, type Session, type SessionPolicy } from '../session.ts';
import { notPresented, sessionExpired, sessionIdIn, sessionUnknown } from './session-cookie.ts';
import type { SessionLookup } from './session-strategy.ts';

export function findInMemory(
  request: HttpRequest,
  { memory, nowUs }: ClusterContext,
  policy: SessionPolicy,
): Flow<SessionLookup> {
  const id = sessionIdIn(request);
  if (id === undefined) return done(notPresented);
  const session = sessionUnder(id, memory);
  if (session === undefined) {
    return perform([{ kind: 'recall', key: id, found: false }], done(sessionUnknown));
  }
  const recall: ClusterEffect = { kind: 'recall', key: id, found: true };
  return isExpired(session, policy, nowUs)
    ? perform([recall, forgetSession(session)], done(sessionExpired))
    : perform([recall], done({ kind: 'found', data: session.data, session }));
}

export function sessionUnder(id: string, memory: ClusterContext['memory']): Session | undefined {
  const item = memory.get(id);
  return item?.kind === 'session' ? item.session : undefined;
}

export function keepSession(session: Session, policy: SessionPolicy): ClusterEffect {
  const item = { kind: 'session', session, expiresAtUs: expiryOf(session, policy) } as const;
  return { kind: 'remember', key: session.id, item };
}

export function forgetSession({ id }: Pick<Session, 'id'>): ClusterEffect {
  return { kind: 'forget', key: id };
}
