/**
 * State that signed tokens still need, in the session store: the deny list, and the logins that can get new tokens.
 * Without these two features the strategy is stateless.
 */
import { andThen, done, type Flow } from '../actors/flow.ts';
import { type Identity, isIdentity } from '../applications/account.ts';
import type { ClusterContext } from '../cluster.ts';
import { timeUsAt } from '../protocols/calendar.ts';
import { parseJsonObject } from '../protocols/http.ts';
import type { Claims } from '../protocols/token.ts';
import { loginKeyOf, revocationKeyOf } from '../store-keys.ts';
import type { TokenPolicy } from '../token-policy.ts';
import { newId } from './session-cookie.ts';
import type { StoreProblem } from './session-strategy.ts';
import { isProblem, type StoreClient } from './store-client.ts';

/** A login that can get new tokens. */
export interface Grant {
  /** Names the login in its tokens and in the store. Gives no access. */
  readonly sid: string;
  readonly user: Identity;
  /** Valid once: each use returns the next one (RFC 9700 §4.14.2, refresh token rotation). */
  readonly refreshToken: string;
}

/** The login's next grant, or why there is none. */
export type GrantOutcome = Grant | 'refused' | StoreProblem;

interface KeptGrant {
  readonly user: Identity;
  /** The second half of the valid refresh token. */
  readonly secret: string;
  /** That of the token before, and when it was replaced, where it's accepted for a while. */
  readonly former?: { readonly secret: string; readonly atUs: number };
}

const US_PER_S = 1_000_000;

export function isRevoked(
  { jti }: Claims,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<boolean | StoreProblem> {
  const asked = askStore({ kind: 'store-command', name: 'GET', key: revocationKeyOf(jti) }, context);
  return andThen(asked, context, (answer): Flow<boolean | StoreProblem> => {
    if (isProblem(answer)) return done(answer);
    return done(answer.reply === 'value' ? answer.value !== null : 'unavailable');
  });
}

/**
 * The deny list keeps a token until no server accepts it any longer, and at least for a second.
 *
 * @param acceptedUs How long after `exp` a server may still accept it: the leeway, and the time by which clocks differ.
 * @returns Null once it's on the list.
 */
export function revoke(
  { jti, exp }: Claims,
  acceptedUs: number,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<StoreProblem | null> {
  const validUs = timeUsAt(exp) + acceptedUs - context.nowUs;
  const ttlSeconds = Math.max(1, Math.ceil(validUs / US_PER_S));
  const entry = { key: revocationKeyOf(jti), value: '1', ttlSeconds, onlyIfExists: false };
  return andThen(askStore({ kind: 'store-command', name: 'SET', ...entry }, context), context, (answer) =>
    done(isProblem(answer) ? answer : null),
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

/**
 * Rotates a refresh token. Reuse can mean that it was stolen, and the thief is unknown, so by default the login ends for
 * both (RFC 9700 §4.14.2). Under `refuse` and `grace` the rotation is a compare-and-set, so one of two uses at the same
 * moment wins.
 */
export function renewGrant(
  refreshToken: string,
  lifetimeUs: number,
  policy: Pick<TokenPolicy, 'refreshReuse' | 'graceUs'>,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<GrantOutcome> {
  const [sid = '', secret = ''] = refreshToken.split('.');
  const asked = askStore({ kind: 'store-command', name: 'GET', key: loginKeyOf(sid) }, context);
  return andThen(asked, context, (answer, found): Flow<GrantOutcome> => {
    if (isProblem(answer)) return done(answer);
    if (answer.reply !== 'value') return done('unavailable');
    const kept = answer.value === null ? undefined : keptGrantIn(answer.value);
    if (kept === undefined) return done('refused');
    const use = { sid, secret, kept, text: answer.value ?? '' };
    if (kept.secret === secret) return rotate(use, lifetimeUs, policy, askStore, found);
    return reuse(use, policy, askStore, found);
  });
}

interface Use {
  readonly sid: string;
  readonly secret: string;
  readonly kept: KeptGrant;
  /** The entry as it was read. */
  readonly text: string;
}

function rotate(
  { sid, secret, kept, text }: Use,
  lifetimeUs: number,
  { refreshReuse, graceUs }: Pick<TokenPolicy, 'refreshReuse' | 'graceUs'>,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<GrantOutcome> {
  const options = { sid, lifetimeUs, onlyIfExists: true };
  if (refreshReuse === 'revoke') return keepGrant(kept.user, options, askStore, context);
  const former = refreshReuse === 'grace' ? { secret, atUs: context.nowUs } : undefined;
  const rotating = keepGrant(kept.user, { ...options, former, onlyIfEqual: text }, askStore, context);
  return andThen(rotating, context, (grant, later): Flow<GrantOutcome> => {
    if (grant !== 'refused' || refreshReuse !== 'grace') return done(grant);
    // Another tab was faster. Within the grace time, both get the token that it has got.
    return andThen(readGrant(sid, askStore, later), later, (read, now) =>
      done(read === null ? 'refused' : withinGrace({ sid, secret, kept: read, text }, graceUs, now)),
    );
  });
}

/** A token that isn't the valid one: it was used before, by its owner or by a thief. */
function reuse(
  use: Use,
  { refreshReuse, graceUs }: Pick<TokenPolicy, 'refreshReuse' | 'graceUs'>,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<GrantOutcome> {
  if (refreshReuse === 'refuse') return done('refused');
  const grant = refreshReuse === 'grace' ? withinGrace(use, graceUs, context) : 'refused';
  if (grant !== 'refused') return done(grant);
  return andThen(closeGrant(use.sid, askStore, context), context, (problem) => done(problem ?? 'refused'));
}

/** The present grant for the token before it, if that was replaced a short time ago. */
function withinGrace(
  { sid, secret, kept }: Use,
  graceUs: number,
  { nowUs }: ClusterContext,
): Grant | 'refused' {
  const { former } = kept;
  const isRecent = former !== undefined && former.secret === secret && nowUs - former.atUs < graceUs;
  return isRecent ? { sid, user: kept.user, refreshToken: `${sid}.${kept.secret}` } : 'refused';
}

function readGrant(sid: string, askStore: StoreClient, context: ClusterContext): Flow<KeptGrant | null> {
  const asked = askStore({ kind: 'store-command', name: 'GET', key: loginKeyOf(sid) }, context);
  return andThen(asked, context, (answer) =>
    done(
      !isProblem(answer) && answer.reply === 'value' && answer.value !== null
        ? (keptGrantIn(answer.value) ?? null)
        : null,
    ),
  );
}

/** @returns Null once the login has ended, so that no token gives access to it. */
export function closeGrant(
  sid: string,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<StoreProblem | null> {
  const asked = askStore({ kind: 'store-command', name: 'DEL', key: loginKeyOf(sid) }, context);
  return andThen(asked, context, (answer) => done(isProblem(answer) ? answer : null));
}

interface KeepOptions {
  readonly sid: string;
  readonly lifetimeUs: number;
  /** A login that has ended meanwhile stays ended. */
  readonly onlyIfExists: boolean;
  readonly onlyIfEqual?: string;
  readonly former?: KeptGrant['former'];
}

function keepGrant(
  user: Identity,
  { sid, lifetimeUs, onlyIfExists, onlyIfEqual, former }: KeepOptions,
  askStore: StoreClient,
  context: ClusterContext,
): Flow<GrantOutcome> {
  const secret = newId(context.random);
  const kept: KeptGrant = former === undefined ? { user, secret } : { user, secret, former };
  const ttlSeconds = Math.ceil(lifetimeUs / US_PER_S);
  const condition = onlyIfEqual === undefined ? {} : { onlyIfEqual };
  const entry = { key: loginKeyOf(sid), value: JSON.stringify(kept), ttlSeconds, onlyIfExists, ...condition };
  const asked = askStore({ kind: 'store-command', name: 'SET', ...entry }, context);
  return andThen(asked, context, (answer): Flow<GrantOutcome> => {
    if (isProblem(answer)) return done(answer);
    return done(answer.reply === 'ok' ? { sid, user, refreshToken: `${sid}.${kept.secret}` } : 'refused');
  });
}

function keptGrantIn(text: string): KeptGrant | undefined {
  const { user, secret, former } = parseJsonObject(text) ?? {};
  if (typeof secret !== 'string' || !isIdentity(user)) return undefined;
  return isFormer(former) ? { user, secret, former } : { user, secret };
}

function isFormer(value: unknown): value is NonNullable<KeptGrant['former']> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'secret' in value &&
    typeof value.secret === 'string' &&
    'atUs' in value &&
    typeof value.atUs === 'number'
  );
}
