/** State in a store beside the servers. A cookie carries the session ID. The servers themselves keep nothing. */
import { andThen, done, type Flow } from '../../actors/flow.ts';
import type { ClusterContext } from '../../cluster.ts';
import type { HttpRequest } from '../../protocols/http.ts';
import type { ClusterScenario } from '../../scenario.ts';
import {
  isChecked,
  isExpired,
  readSession,
  type Session,
  type SessionData,
  type SessionPolicy,
  sessionText,
  storeKeyOf,
} from '../../session.ts';
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
} from '../session-cookie.ts';
import type { Saved, SessionLookup, SessionStrategy } from '../session-strategy.ts';
import { type StoreClient, storeClient } from '../store-client.ts';
import { releaseLock, takeLock } from './session-lock.ts';

const unavailable: Saved = { kind: 'unavailable' };
const US_PER_S = 1_000_000;

export function createSharedStore({
  sessions,
  store,
}: Pick<ClusterScenario, 'sessions' | 'store'>): SessionStrategy {
  const askStore = storeClient(store);
  const rules: Rules = { sessions, askStore };
  const { writes } = sessions;
  return {
    load: (request, context) =>
      writes === 'lock' ? loadLocked(request, context, rules) : load(request, context, rules),
    save: (lookup, data, context, { isLogin }) => save(lookup, data, context, { ...rules, isLogin }),
    end: (lookup, context) =>
      andThen(remove(foundSession(lookup), context, askStore), context, (isRemoved) =>
        done(isRemoved ? sessionEnded : unavailable),
      ),
    savesFirst: isChecked(sessions),
    ...(writes === 'lock' && {
      release: (lookup, context) =>
        lookup.lock === undefined ? done(undefined) : releaseLock(lookup.lock, askStore, context),
    }),
    challenge: () => sessionChallenge,
  };
}

interface Rules {
  readonly sessions: SessionPolicy;
  readonly askStore: StoreClient;
}

function load(
  request: HttpRequest,
  context: ClusterContext,
  { sessions, askStore }: Rules,
): Flow<SessionLookup> {
  const id = sessionIdIn(request);
  if (id === undefined) return done(notPresented);
  const asked = askStore({ kind: 'store-command', name: 'GET', key: storeKeyOf(id) }, context);
  return andThen(asked, context, (answer, { nowUs }): Flow<SessionLookup> => {
    if (answer?.reply !== 'value') return done({ kind: 'not-found', problem: 'unavailable' });
    if (answer.value === null) return done(sessionUnknown);
    const session = readSession(answer.value);
    return done(
      isExpired(session, sessions, nowUs) ? sessionExpired : { kind: 'found', data: session.data, session },
    );
  });
}

/** Loads the session once no other request has its lock. A request without a session has nothing to lock. */
function loadLocked(request: HttpRequest, context: ClusterContext, rules: Rules): Flow<SessionLookup> {
  const { sessions, askStore } = rules;
  const id = sessionIdIn(request);
  if (id === undefined) return done(notPresented);
  return andThen(takeLock(id, sessions.lock, askStore, context), context, (lock, later) => {
    if (typeof lock === 'string') return done<SessionLookup>({ kind: 'not-found', problem: lock });
    return andThen(load(request, later, rules), later, (lookup) => done<SessionLookup>({ ...lookup, lock }));
  });
}

type SaveOptions = Rules & { readonly isLogin: boolean };

function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  options: SaveOptions,
): Flow<Saved> {
  const { isLogin, sessions, askStore } = options;
  const before = foundSession(lookup);
  const renewsId = isLogin && sessions.renewsIdAtLogin;
  const session = nextSession(before, data, context, { renewsId });
  if (before === null || session.id === before.id) return write(session, before, context, options);
  if (!isChecked(sessions)) {
    return andThen(write(session, before, context, options), context, (saved, later) =>
      saved.kind !== 'saved' ? done(saved) : removeOld(before, saved, later, askStore),
    );
  }
  // The new session has what this request read. It replaces the old one only if nothing was added to it since.
  return andThen(removeUnchanged(before, context, askStore), context, (removed, later) =>
    removed === 'removed' ? write(session, before, later, options) : done({ kind: removed }),
  );
}

function removeOld(
  before: Session,
  saved: Saved,
  context: ClusterContext,
  askStore: StoreClient,
): Flow<Saved> {
  return andThen(remove(before, context, askStore), context, (isRemoved) =>
    done(isRemoved ? saved : unavailable),
  );
}

function write(
  session: Session,
  before: Session | null,
  context: ClusterContext,
  { sessions, askStore }: SaveOptions,
): Flow<Saved> {
  const isNew = session.id !== before?.id;
  const command = {
    kind: 'store-command',
    name: 'SET',
    key: storeKeyOf(session.id),
    value: sessionText(session),
    ttlSeconds: ttlSecondsOf(session, sessions, context),
    // Another request may have ended the session meanwhile. It stays ended.
    onlyIfExists: !isNew && sessions.writes === 'if-exists',
    ...(!isNew && before !== null && isChecked(sessions) && { onlyIfEqual: sessionText(before) }),
  } as const;
  return andThen(askStore(command, context), context, (answer): Flow<Saved> => {
    if (answer === null) return done(unavailable);
    if (answer.reply !== 'value') return done(savedUnder(session, before));
    return done(isChecked(sessions) ? { kind: 'conflict' } : sessionEnded);
  });
}

/** Whether the session, if there was one, is gone from the store. */
function remove(session: Session | null, context: ClusterContext, askStore: StoreClient): Flow<boolean> {
  if (session === null) return done(true);
  const asked = askStore({ kind: 'store-command', name: 'DEL', key: storeKeyOf(session.id) }, context);
  return andThen(asked, context, (answer) => done(answer !== null));
}

function removeUnchanged(
  session: Session,
  context: ClusterContext,
  askStore: StoreClient,
): Flow<'removed' | 'conflict' | 'unavailable'> {
  const key = storeKeyOf(session.id);
  const command = { kind: 'store-command', name: 'DELEX', key, onlyIfEqual: sessionText(session) } as const;
  return andThen(askStore(command, context), context, (answer) => {
    if (answer?.reply !== 'count') return done('unavailable' as const);
    return done(answer.count === 0 ? 'conflict' : 'removed');
  });
}

/** A moment longer than the session is valid. Servers decide when it has expired; the store only cleans up. */
function ttlSecondsOf(
  { createdUs }: Session,
  { idleUs, absoluteUs }: SessionPolicy,
  { nowUs }: ClusterContext,
): number {
  const validUs = Math.max(0, Math.min(idleUs, createdUs + absoluteUs - nowUs));
  return Math.floor(validUs / US_PER_S) + 1;
}
