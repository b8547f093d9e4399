/** State in the memory of the server that was asked. A cookie carries the session ID. */
import { done, type Flow, perform } from '../../actors/flow.ts';
import type { ClusterContext, ClusterEffect } from '../../cluster.ts';
import type { ClusterScenario } from '../../scenario.ts';
import type { Session, SessionData } from '../../session.ts';
import { foundSession, nextSession, savedUnder, sessionChallenge, sessionEnded } from '../session-cookie.ts';
import { findInMemory, forgetSession, keepSession } from '../session-memory.ts';
import type { Saved, SessionLookup, SessionStrategy } from '../session-strategy.ts';

export function createServerMemory({ sessions }: Pick<ClusterScenario, 'sessions'>): SessionStrategy {
  return {
    load: (request, context) => findInMemory(request, context, sessions),
    save: (lookup, data, context, { isLogin }) =>
      save(lookup, data, context, { isLogin, renewsId: isLogin && sessions.renewsIdAtLogin }),
    end: (lookup) => perform(forgetting(foundSession(lookup)), done(sessionEnded)),
    challenge: () => sessionChallenge,
  };
}

function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  options: { readonly isLogin: boolean; readonly renewsId: boolean },
): Flow<Saved> {
  const found = foundSession(lookup);
  // Another request may have ended the session meanwhile. It stays ended.
  const isOver = found !== null && !context.memory.has(found.id);
  if (isOver && !options.isLogin) return done(sessionEnded);
  const before = isOver ? null : found;
  const session = nextSession(before, data, context, options);
  const replaced = before !== null && before.id !== session.id ? forgetting(before) : [];
  return perform([...replaced, keepSession(session)], done(savedUnder(session, before)));
}

function forgetting(session: Session | null): ClusterEffect[] {
  return session === null ? [] : [forgetSession(session)];
}
