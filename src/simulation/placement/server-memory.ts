/** State in the memory of the server that was asked, found again by a session ID in a cookie. */
import { done, type Flow, perform } from '../actors/flow.ts';
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { HttpRequest } from '../protocol/http.ts';
import type { ClusterScenario } from '../scenario.ts';
import { isExpired, type Session, type SessionData, type SessionPolicy } from '../session.ts';
import type { Placement, Saved, SessionLookup } from './placement.ts';
import {
  foundSession,
  nextSession,
  notPresented,
  savedUnder,
  sessionChallenge,
  sessionEnded,
  sessionExpired,
  sessionIdIn,
  sessionUnknown,
} from './session-cookie.ts';

export function serverMemory(
  id: 'server-memory' | 'sticky',
  { sessions }: Pick<ClusterScenario, 'sessions'>,
): Placement {
  return {
    id,
    clientCarries: 'what-is-new',
    load: (request, context) => load(request, context, sessions),
    save: (lookup, data, context, { isLogin }) =>
      save(lookup, data, context, { renewsId: isLogin && sessions.renewsIdAtLogin }),
    end: (lookup) => perform(forgetting(foundSession(lookup)), done(sessionEnded)),
    challenge: () => sessionChallenge,
  };
}

function load(
  request: HttpRequest,
  { memory, nowUs }: ClusterContext,
  policy: SessionPolicy,
): Flow<SessionLookup> {
  const id = sessionIdIn(request);
  if (id === undefined) return done(notPresented);
  const item = memory.get(id);
  if (item?.kind !== 'session') {
    return perform([{ kind: 'recall', key: id, found: false }], done(sessionUnknown));
  }
  const { session } = item;
  const recall: ClusterEffect = { kind: 'recall', key: id, found: true };
  return isExpired(session, policy, nowUs)
    ? perform([recall, ...forgetting(session)], done(sessionExpired))
    : perform([recall], done({ kind: 'found', data: session.data, session }));
}

function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  options: { readonly renewsId: boolean },
): Flow<Saved> {
  const before = foundSession(lookup);
  const session = nextSession(before, data, context, options);
  const replaced = before !== null && before.id !== session.id ? forgetting(before) : [];
  const item = { kind: 'session', session } as const;
  return perform(
    [...replaced, { kind: 'remember', key: session.id, item }],
    done(savedUnder(session, before)),
  );
}

function forgetting(session: Session | null): ClusterEffect[] {
  return session === null ? [] : [{ kind: 'forget', key: session.id }];
}
