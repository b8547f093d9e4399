/**
 * A session's lock in the store, as phpredis keeps it: a key with the secret of its holder. The request that creates the key has
 * the lock; others try again until they give up. The key expires by itself, because its holder can crash.
 */
import { andThen, done, type Flow, wait } from '../../actors/flow.ts';
import type { ClusterContext } from '../../cluster.ts';
import type { LockConditions } from '../../session.ts';
import { lockKeyOf } from '../../store-keys.ts';
import { newId } from '../session-cookie.ts';
import type { SessionLock, StoreProblem } from '../session-strategy.ts';
import { isProblem, type StoreClient } from '../store-client.ts';

const US_PER_S = 1_000_000;

export function takeLock(
  sessionId: string,
  conditions: LockConditions,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<SessionLock | 'locked' | StoreProblem> {
  const lock = { key: lockKeyOf(sessionId), secret: newId(context.random) };
  return tryLock(lock, conditions, context.nowUs + conditions.timeoutUs, askStore, context);
}

function tryLock(
  lock: SessionLock,
  conditions: LockConditions,
  untilUs: number,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<SessionLock | 'locked' | StoreProblem> {
  const ttlSeconds = Math.ceil(conditions.ttlUs / US_PER_S);
  const entry = { key: lock.key, value: lock.secret, ttlSeconds, onlyIfExists: false } as const;
  const asked = askStore({ kind: 'store-command', name: 'SET', ...entry, onlyIfAbsent: true }, context);
  return andThen(asked, context, (answer, { nowUs }): Flow<SessionLock | 'locked' | StoreProblem> => {
    if (isProblem(answer)) return done(answer);
    if (answer.reply === 'ok') return done(lock);
    if (nowUs + conditions.pollUs > untilUs) return done('locked');
    return wait(conditions.pollUs, (later) => tryLock(lock, conditions, untilUs, askStore, later));
  });
}

/** A store that doesn't answer keeps the lock until it expires. */
export function releaseLock(
  { key, secret }: SessionLock,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<void> {
  const command = { kind: 'store-command', name: 'DELEX', key, onlyIfEqual: secret } as const;
  return andThen(askStore(command, context), context, () => done(undefined));
}
