/**
 * State that signed tokens still need, in the session store: the deny list, and the logins that can get new tokens.
 * Without these two features the strategy is stateless.
 */
import { andThen, done, type Flow } from '../actors/flow.ts';
import { type Identity, isIdentity } from '../applications/account.ts';
import type { ClusterContext } from '../cluster.ts';
import { unixSecondsAt } from '../protocols/calendar.ts';
import { parseJsonObject } from '../protocols/http.ts';
import type { Claims } from '../protocols/token.ts';
import { loginKeyOf, revocationKeyOf } from '../store-keys.ts';
import { newId } from './session-cookie.ts';
import type { StoreClient } from './store-client.ts';

/** A login that can get new tokens. */
export interface Grant {
  /** Names the login in its tokens and in the store. Gives no access. */
  readonly sid: string;
  readonly user: Identity;
  /** Valid once: each use returns the next one (RFC 9700 §4.14.2, refresh token rotation). */
  readonly refreshToken: string;
}

/** The login's next grant, or why there is none. */
type GrantOutcome = Grant | 'refused' | 'unavailable';

interface KeptGrant {
  readonly user: Identity;
  /** The second half of the valid refresh token. */
  readonly secret: string;
}

const US_PER_S = 1_000_000;

export function isRevoked(
  { jti }: Claims,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<boolean | 'unavailable'> {
  const asked = askStore({ kind: 'store-command', name: 'GET', key: revocationKeyOf(jti) }, context);
  return andThen(asked, context, (answer) =>
    done(answer?.reply === 'value' ? answer.value !== null : 'unavailable'),
  );
}

/**
 * The deny list keeps a token until it would have expired anyway, and at least for a second.
 *
 * @returns Whether it's on the list now.
 */
export function revoke({ jti, exp }: Claims, askStore: StoreClient, context: ClusterContext): Flow<boolean> {
  const ttlSeconds = Math.max(1, Math.ceil(exp) - unixSecondsAt(context.nowUs));
  const entry = { key: revocationKeyOf(jti), value: '1', ttlSeconds, onlyIfExists: false };
  return andThen(askStore({ kind: 'store-command', name: 'SET', ...entry }, context), context, (answer) =>
    done(answer !== null),
  );
}

export function openGrant(
  user: Identity,
  lifetimeUs: number,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<GrantOutcome> {
  return keepGrant(user, { sid: newId(context.random), lifetimeUs, onlyIfExists: false }, askStore, context);
}

/** Rotates a refresh token. Reuse means that it was stolen, and the thief is unknown, so the login ends for both. */
export function renewGrant(
  refreshToken: string,
  lifetimeUs: number,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<GrantOutcome> {
  const [sid = '', secret = ''] = refreshToken.split('.');
  const asked = askStore({ kind: 'store-command', name: 'GET', key: loginKeyOf(sid) }, context);
  return andThen(asked, context, (answer, found): Flow<GrantOutcome> => {
    if (answer?.reply !== 'value') return done('unavailable');
    const kept = answer.value === null ? undefined : keptGrantIn(answer.value);
    if (kept === undefined) return done('refused');
    return kept.secret === secret
      ? keepGrant(kept.user, { sid, lifetimeUs, onlyIfExists: true }, askStore, found)
      : andThen(closeGrant(sid, askStore, found), found, (isClosed) =>
          done(isClosed ? 'refused' : 'unavailable'),
        );
  });
}

/** @returns Whether the login has ended, so that no token gives access to it. */
export function closeGrant(sid: string, askStore: StoreClient, context: ClusterContext): Flow<boolean> {
  const asked = askStore({ kind: 'store-command', name: 'DEL', key: loginKeyOf(sid) }, context);
  return andThen(asked, context, (answer) => done(answer !== null));
}

interface KeepOptions {
  readonly sid: string;
  readonly lifetimeUs: number;
  /** A login that has ended meanwhile stays ended. */
  readonly onlyIfExists: boolean;
}

function keepGrant(
  user: Identity,
  { sid, lifetimeUs, onlyIfExists }: KeepOptions,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<GrantOutcome> {
  const kept: KeptGrant = { user, secret: newId(context.random) };
  const ttlSeconds = Math.ceil(lifetimeUs / US_PER_S);
  const entry = { key: loginKeyOf(sid), value: JSON.stringify(kept), ttlSeconds, onlyIfExists };
  const asked = askStore({ kind: 'store-command', name: 'SET', ...entry }, context);
  return andThen(asked, context, (answer): Flow<GrantOutcome> => {
    if (answer === null) return done('unavailable');
    return done(answer.reply === 'ok' ? { sid, user, refreshToken: `${sid}.${kept.secret}` } : 'refused');
  });
}

function keptGrantIn(text: string): KeptGrant | undefined {
  const { user, secret } = parseJsonObject(text) ?? {};
  return typeof secret === 'string' && isIdentity(user) ? { user, secret } : undefined;
}
