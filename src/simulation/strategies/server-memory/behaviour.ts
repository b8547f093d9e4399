/** State in the memory of the server that was asked. A cookie carries the session ID. */
import { andThen, done, type Flow, perform, wait } from '../../actors/flow.ts';
import type { ClusterContext, ClusterEffect } from '../../cluster.ts';
import type { HttpRequest } from '../../protocols/http.ts';
import type { ClusterScenario } from '../../scenario.ts';
import {
  isChecked,
  type Session,
  type SessionData,
  type SessionPolicy,
  type SessionWrites,
} from '../../session.ts';
import { lockKeyOf } from '../../store-keys.ts';
import {
  foundSession,
  nextSession,
  savedUnder,
  sessionChallenge,
  sessionEnded,
  sessionIdIn,
} from '../session-cookie.ts';
import { findInMemory, forgetSession, keepSession, sessionUnder } from '../session-memory.ts';
import type { Saved, SessionLock, SessionLookup, SessionStrategy } from '../session-strategy.ts';

export function createServerMemory({ sessions }: Pick<ClusterScenario, 'sessions'>): SessionStrategy {
  const { writes, renewsIdAtLogin } = sessions;
  return {
    load: (request, context) =>
      writes === 'lock'
        ? loadLocked(request, context, sessions, context.nowUs + sessions.lock.timeoutUs)
        : findInMemory(request, context, sessions),
    save: (lookup, data, context, { isLogin }) =>
      save(lookup, data, context, {
        isLogin,
        renewsId: isLogin && renewsIdAtLogin,
        writes,
        policy: sessions,
      }),
    end: (lookup) => perform(forgetting(foundSession(lookup)), done(sessionEnded)),
    savesFirst: isChecked(sessions),
    ...(writes === 'lock' && {
      release: ({ lock }) => perform(lock === undefined ? [] : [unlock(lock)], done(undefined)),
    }),
    challenge: () => sessionChallenge,
  };
}

interface SaveOptions {
  readonly isLogin: boolean;
  readonly renewsId: boolean;
  readonly writes: SessionWrites;
  readonly policy: SessionPolicy;
}

function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  options: SaveOptions,
): Flow<Saved> {
  const found = foundSession(lookup);
  const present = found === null ? undefined : sessionUnder(found.id, context.memory);
  if (isChecked(options) && found !== null && present !== found) return done({ kind: 'conflict' });
  // Another request may have ended the session meanwhile. It stays ended, unless the last write wins.
  const isOver = found !== null && present === undefined && options.writes !== 'last-write-wins';
  if (isOver && !options.isLogin) return done(sessionEnded);
  const before = isOver ? null : found;
  const session = nextSession(before, data, context, options);
  const replaced = before !== null && before.id !== session.id ? forgetting(before) : [];
  return perform([...replaced, keepSession(session, options.policy)], done(savedUnder(session, before)));
}

/** Loads the session once no other request on this server has its lock. A crash takes the lock with the session. */
function loadLocked(
  request: HttpRequest,
  context: ClusterContext,
  policy: SessionPolicy,
  untilUs: number,
): Flow<SessionLookup> {
  const id = sessionIdIn(request);
  if (id === undefined) return findInMemory(request, context, policy);
  const key = lockKeyOf(id);
  if (!context.memory.has(key)) {
    const lock: SessionLock = { key, secret: '' };
    const item = { kind: 'session-lock', sessionId: id } as const;
    return andThen(findInMemory(request, context, policy), context, (lookup) =>
      perform([{ kind: 'remember', key, item }], done<SessionLookup>({ ...lookup, lock })),
    );
  }
  const { pollUs } = policy.lock;
  if (context.nowUs + pollUs > untilUs) return done({ kind: 'not-found', problem: 'locked' });
  return wait(pollUs, (later) => loadLocked(request, later, policy, untilUs));
}

function unlock({ key }: SessionLock): ClusterEffect {
  return { kind: 'forget', key };
}

function forgetting(session: Session | null): ClusterEffect[] {
  return session === null ? [] : [forgetSession(session)];
}
