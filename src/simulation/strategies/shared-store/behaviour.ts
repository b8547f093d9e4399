/** State in a store beside the servers. A cookie carries the session ID. The servers themselves keep nothing. */
import { andThen, done, type Flow, perform } from '../../actors/flow.ts';
import { measuredUs } from '../../actors/server-clock.ts';
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
import type { Saved, SessionLookup, SessionStrategy, StoreProblem } from '../session-strategy.ts';
import { isProblem, type StoreClient, storeClient } from '../store-client.ts';
import { forgetLocally, keepLocally, localCopyOf } from './local-copies.ts';
import { releaseLock, takeLock } from './session-lock.ts';

const US_PER_S = 1_000_000;

export function createSharedStore({
  sessions,
  store,
  timing,
}: Pick<ClusterScenario, 'sessions' | 'store' | 'timing'>): SessionStrategy {
  const askStore = storeClient(store, timing.serverTimeoutUs);
  const { writes } = sessions;
  // A copy can be old, so a request that locks the session, or checks that it is unchanged, reads the store.
  const localCopyUs = writes === 'lock' || isChecked(sessions) ? 0 : store.localCopyUs;
  const rules: Rules = { sessions, askStore, localCopyUs };
  return {
    load: (request, context) =>
      writes === 'lock' ? loadLocked(request, context, rules) : load(request, context, rules),
    save: (lookup, data, context, { isLogin }) => save(lookup, data, context, { ...rules, isLogin }),
    end: (lookup, context) =>
      andThen(remove(foundSession(lookup), context, askStore), context, (problem) =>
        done(problem ?? sessionEnded),
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
  readonly localCopyUs: number;
}

function load(request: HttpRequest, context: ClusterContext, rules: Rules): Flow<SessionLookup> {
  const { sessions, askStore, localCopyUs } = rules;
  const id = sessionIdIn(request);
  if (id === undefined) return done(notPresented);
  const copy = localCopyUs === 0 ? undefined : localCopyOf(id, context);
  if (copy !== undefined) {
    const recall = { kind: 'recall', key: storeKeyOf(id), found: true } as const;
    return perform([recall], done(lookupOf(copy, sessions, context.nowUs)));
  }
  const askedUs = measuredUs(context);
  const asked = askStore({ kind: 'store-command', name: 'GET', key: storeKeyOf(id) }, context);
  return andThen(asked, context, (answer, { nowUs }): Flow<SessionLookup> => {
    if (isProblem(answer)) return done({ kind: 'not-found', problem: answer });
    if (answer.reply !== 'value') return done({ kind: 'not-found', problem: 'unavailable' });
    if (answer.value === null) return perform(forgetLocally(id, context), done(sessionUnknown));
    const session = readSession(answer.value);
    return perform(keepLocally(session, askedUs, localCopyUs), done(lookupOf(session, sessions, nowUs)));
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

function lookupOf(session: Session, policy: SessionPolicy, nowUs: number): SessionLookup {
  return isExpired(session, policy, nowUs) ? sessionExpired : { kind: 'found', data: session.data, session };
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
  return andThen(remove(before, context, askStore), context, (problem) => done(problem ?? saved));
}

function write(
  session: Session,
  before: Session | null,
  context: ClusterContext,
  { sessions, askStore, localCopyUs }: SaveOptions,
): Flow<Saved> {
  const askedUs = measuredUs(context);
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
  return andThen(askStore(command, context), context, (answer, later): Flow<Saved> => {
    if (isProblem(answer)) return done({ kind: answer });
    if (answer.reply === 'value') {
      const refused: Saved = isChecked(sessions) ? { kind: 'conflict' } : sessionEnded;
      return perform(forgetLocally(session.id, later), done(refused));
    }
    return perform(keepLocally(session, askedUs, localCopyUs), done(savedUnder(session, before)));
  });
}

/** Null once the session, if there was one, is gone from the store. */
function remove(session: Session | null, context: ClusterContext, askStore: StoreClient): Flow<Saved | null> {
  if (session === null) return done(null);
  const asked = askStore({ kind: 'store-command', name: 'DEL', key: storeKeyOf(session.id) }, context);
  return andThen(asked, context, (answer, later) =>
    isProblem(answer) ? done({ kind: answer }) : perform(forgetLocally(session.id, later), done(null)),
  );
}

function removeUnchanged(
  session: Session,
  context: ClusterContext,
  askStore: StoreClient,
): Flow<'removed' | 'conflict' | StoreProblem> {
  const key = storeKeyOf(session.id);
  const command = { kind: 'store-command', name: 'DELEX', key, onlyIfEqual: sessionText(session) } as const;
  return andThen(askStore(command, context), context, (answer) => {
    if (isProblem(answer)) return done(answer);
    if (answer.reply !== 'count') return done('unavailable');
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
