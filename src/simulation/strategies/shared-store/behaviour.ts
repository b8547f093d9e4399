/** State in a store beside the servers. A cookie carries the session ID. The servers themselves keep nothing. */
import { andThen, done, type Flow, perform } from '../../actors/flow.ts';
import type { ClusterContext } from '../../cluster.ts';
import type { HttpRequest } from '../../protocols/http.ts';
import type { ClusterScenario } from '../../scenario.ts';
import {
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
import { forgetLocally, keepLocally, localCopyOf } from './local-copies.ts';

const unavailable: Saved = { kind: 'unavailable' };
const US_PER_S = 1_000_000;

export function createSharedStore({
  sessions,
  store,
  timing,
}: Pick<ClusterScenario, 'sessions' | 'store' | 'timing'>): SessionStrategy {
  const askStore = storeClient(store, timing.serverTimeoutUs);
  const options = { sessions, askStore, localCopyUs: store.localCopyUs };
  return {
    load: (request, context) => load(request, context, options),
    save: (lookup, data, context, { isLogin }) => save(lookup, data, context, { isLogin, ...options }),
    end: (lookup, context) =>
      andThen(remove(foundSession(lookup), context, askStore), context, (isRemoved) =>
        done(isRemoved ? sessionEnded : unavailable),
      ),
    challenge: () => sessionChallenge,
  };
}

interface Options {
  readonly sessions: SessionPolicy;
  readonly askStore: StoreClient;
  readonly localCopyUs: number;
}

function load(request: HttpRequest, context: ClusterContext, options: Options): Flow<SessionLookup> {
  const { sessions, askStore, localCopyUs } = options;
  const id = sessionIdIn(request);
  if (id === undefined) return done(notPresented);
  const copy = localCopyUs === 0 ? undefined : localCopyOf(id, context);
  if (copy !== undefined) {
    const recall = { kind: 'recall', key: storeKeyOf(id), found: true } as const;
    return perform([recall], done(lookupOf(copy, sessions, context.nowUs)));
  }
  const asked = askStore({ kind: 'store-command', name: 'GET', key: storeKeyOf(id) }, context);
  return andThen(asked, context, (answer, { nowUs }): Flow<SessionLookup> => {
    if (answer?.reply !== 'value') return done({ kind: 'not-found', problem: 'unavailable' });
    if (answer.value === null) return perform(forgetLocally(id, context), done(sessionUnknown));
    const session = readSession(answer.value);
    return perform(
      keepLocally(session, context.nowUs, localCopyUs),
      done(lookupOf(session, sessions, nowUs)),
    );
  });
}

function lookupOf(session: Session, policy: SessionPolicy, nowUs: number): SessionLookup {
  return isExpired(session, policy, nowUs) ? sessionExpired : { kind: 'found', data: session.data, session };
}

interface SaveOptions extends Options {
  readonly isLogin: boolean;
}

function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  { isLogin, sessions, askStore, localCopyUs }: SaveOptions,
): Flow<Saved> {
  const before = foundSession(lookup);
  const renewsId = isLogin && sessions.renewsIdAtLogin;
  const session = nextSession(before, data, context, { renewsId });
  const isNew = session.id !== before?.id;
  const write = {
    kind: 'store-command',
    name: 'SET',
    key: storeKeyOf(session.id),
    value: sessionText(session),
    ttlSeconds: ttlSecondsOf(session, sessions, context),
    // Another request may have ended the session meanwhile. It stays ended.
    onlyIfExists: !isNew,
  } as const;
  return andThen(askStore(write, context), context, (answer, later) => {
    if (answer === null) return done(unavailable);
    if (answer.reply === 'value') return perform(forgetLocally(session.id, later), done(sessionEnded));
    const replaced = isNew ? before : null;
    const removed = andThen(remove(replaced, later, askStore), later, (isRemoved) =>
      done(isRemoved ? savedUnder(session, before) : unavailable),
    );
    return perform(keepLocally(session, context.nowUs, localCopyUs), removed);
  });
}

/** Whether the session, if there was one, is gone from the store. */
function remove(session: Session | null, context: ClusterContext, askStore: StoreClient): Flow<boolean> {
  if (session === null) return done(true);
  const asked = askStore({ kind: 'store-command', name: 'DEL', key: storeKeyOf(session.id) }, context);
  return andThen(asked, context, (answer, later) =>
    perform(answer === null ? [] : forgetLocally(session.id, later), done(answer !== null)),
  );
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
