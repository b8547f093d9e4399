/** State in a token that the client holds. Any server with the key can verify it, and none keeps it. */
import { andThen, done, type Flow } from '../../actors/flow.ts';
import { type Identity, isIdentity } from '../../applications/account.ts';
import { readCart } from '../../applications/cart-http.ts';
import { isNote } from '../../applications/note.ts';
import { REFRESH_TARGET } from '../../applications/requests.ts';
import type { Conversation } from '../../applications/shop.ts';
import { readConversation } from '../../applications/shop-http.ts';
import type { ClusterContext } from '../../cluster.ts';
import { merge } from '../../merge.ts';
import { bearerChallenge, readBearerCredentials } from '../../protocols/bearer-auth.ts';
import {
  type HttpRequest,
  type HttpResponse,
  headerOf,
  jsonResponse,
  parseJsonObject,
} from '../../protocols/http.ts';
import type { SignatureAlgorithm } from '../../protocols/jws.ts';
import {
  type Claims,
  issueToken,
  lifetimeClaims,
  type TokenCheck,
  type TokenRefusal,
  verifyToken,
} from '../../protocols/token.ts';
import type { ClusterScenario } from '../../scenario.ts';
import type { SessionData } from '../../session.ts';
import type { TokenPolicy } from '../../token-policy.ts';
import { keyRingOf, tendKeyRing } from '../key-ring.ts';
import { newId, notPresented } from '../session-cookie.ts';
import {
  type Saved,
  type SessionLookup,
  type SessionStrategy,
  sessionsUnavailable,
} from '../session-strategy.ts';
import { type StoreClient, storeClient } from '../store-client.ts';
import {
  closeGrant,
  type Grant,
  type GrantOutcome,
  isRevoked,
  openGrant,
  renewGrant,
  revoke,
} from '../token-registry.ts';

const ISSUER = 'https://login.example';
const AUDIENCE = 'https://shop.example';

const nothingNew: Saved = { kind: 'saved', headers: [], fields: {} };
const cannotSign: Saved = { kind: 'cannot-sign' };

/** The server's settings. */
interface Rules {
  readonly policy: TokenPolicy;
  readonly algorithm: SignatureAlgorithm;
  /** By how much the servers' clocks differ at most. */
  readonly clocksApartUs: number;
  readonly askStore: StoreClient;
}

export function createSignedToken({
  tokens,
  keys,
  store,
  seed,
  timing,
  clockOffsetsUs,
}: Pick<
  ClusterScenario,
  'tokens' | 'keys' | 'store' | 'seed' | 'timing' | 'clockOffsetsUs'
>): SessionStrategy {
  const algorithm = tokens.signature === 'public-key' ? 'EdDSA' : 'HS256';
  // A deny list that may lack a token is none, so a failed write is never ignored here.
  const askStore = storeClient({ ...store, onWriteError: 'fail' }, timing.serverTimeoutUs);
  const clocksApartUs = Math.max(0, ...clockOffsetsUs) - Math.min(0, ...clockOffsetsUs);
  const rules: Rules = { policy: tokens, algorithm, clocksApartUs, askStore };
  return {
    load: (request, context) => load(request, context, rules),
    save: (lookup, data, context, { isLogin }) => save(lookup, data, context, { ...rules, isLogin }),
    end: (lookup, context) => end(lookup, context, rules),
    challenge: (problem) => bearerChallenge('statescope', problem === 'none-presented' ? null : problem),
    answer: (request, context) =>
      request.target === REFRESH_TARGET ? refresh(request, context, rules) : undefined,
    react: (input, context) => tendKeyRing(input, context, { keys, seed, store, algorithm }),
  };
}

function load(
  request: HttpRequest,
  context: ClusterContext,
  { policy, algorithm, askStore }: Rules,
): Flow<SessionLookup> {
  const authorization = headerOf(request, 'Authorization');
  const token = authorization === undefined ? undefined : readBearerCredentials(authorization);
  if (token === undefined) return done(notPresented);
  const check = verify(token, context, { policy, algorithm });
  if (check.kind === 'refused') return done(notFound(check.refusal));
  const { claims } = check;
  const found: SessionLookup = { kind: 'found', data: dataIn(claims), session: null, claims };
  if (!policy.hasDenyList) return done(found);
  return andThen(isRevoked(claims, askStore, context), context, (revoked): Flow<SessionLookup> => {
    if (revoked === false) return done(found);
    return done({ kind: 'not-found', problem: revoked === true ? 'revoked' : revoked });
  });
}

function verify(
  token: string,
  { memory, nowUs }: ClusterContext,
  { policy: { leewayUs }, algorithm }: Pick<Rules, 'policy' | 'algorithm'>,
): TokenCheck {
  const keys = keyRingOf(memory).verification;
  return verifyToken(token, { keys, issuer: ISSUER, audience: AUDIENCE, algorithm, leewayUs }, nowUs);
}

function notFound(refusal: TokenRefusal): SessionLookup {
  const { kind: problem } = refusal;
  return { kind: 'not-found', problem, ...(problem === 'expired' && { claims: refusal.claims }) };
}

/** A token is immutable, so changed state needs a new one. */
function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  { policy, askStore, isLogin }: Rules & { readonly isLogin: boolean },
): Flow<Saved> {
  const { user, conversation, note } = data;
  const isKnown = lookup.kind === 'found' && lookup.data === data;
  if (isKnown || (user ?? conversation ?? note) === undefined) return done(nothingNew);
  if (keyRingOf(context.memory).signing === null) return done(cannotSign);
  const { lifetimeUs, refreshLifetimeUs } = policy;
  if (!isLogin || user === undefined || refreshLifetimeUs === null) {
    return done(issue(data, { lifetimeUs, sid: loginOf(lookup) }, context));
  }
  const opening = openGrant(user, refreshLifetimeUs, askStore, context);
  return andThen(opening, context, (grant, later) =>
    done(typeof grant === 'string' ? ungranted(grant) : issueFor(grant, data, lifetimeUs, later)),
  );
}

/**
 * The client deletes its token. A copy stays valid unless there's a deny list. Logout also works with an expired token
 * (as in OpenID Connect RP-Initiated Logout).
 */
function end(
  lookup: SessionLookup,
  context: ClusterContext,
  { policy, clocksApartUs, askStore }: Rules,
): Flow<Saved> {
  const claims = lookup.kind === 'found' && policy.hasDenyList ? lookup.claims : undefined;
  const revoking =
    claims === undefined ? done(null) : revoke(claims, policy.leewayUs + clocksApartUs, askStore, context);
  return andThen(revoking, context, (unrevoked, later): Flow<Saved> => {
    const sid = policy.refreshLifetimeUs === null ? null : loginOf(lookup);
    const closing = sid === null ? done(null) : closeGrant(sid, askStore, later);
    return andThen(closing, later, (unclosed) => {
      const problem = unrevoked ?? unclosed;
      return done(problem === null ? nothingNew : { kind: problem });
    });
  });
}

/**
 * Exchanges a refresh token for a new token. Here a server must remember who logged in. The cart and the rest are only
 * in the client's former token, which comes along: it proves nothing any longer, but says what was signed.
 */
function refresh(request: HttpRequest, context: ClusterContext, rules: Rules): Flow<HttpResponse> {
  const { policy, askStore } = rules;
  const { refresh_token: token } = parseJsonObject(request.body) ?? {};
  const { lifetimeUs, refreshLifetimeUs } = policy;
  if (typeof token !== 'string' || refreshLifetimeUs === null) return done(invalidGrant());
  if (keyRingOf(context.memory).signing === null) return done(sessionsUnavailable('cannot-sign'));
  return andThen(renewGrant(token, refreshLifetimeUs, policy, askStore, context), context, (grant, later) => {
    if (grant === 'refused') return done(invalidGrant());
    if (typeof grant === 'string') return done(sessionsUnavailable(grant));
    const issued = issueFor(
      grant,
      { ...formerData(request, grant.sid, later, rules), user: grant.user },
      lifetimeUs,
      later,
    );
    if (issued.kind !== 'saved') return done(sessionsUnavailable('cannot-sign'));
    return done(jsonResponse(200, issued.headers, issued.fields));
  });
}

/** What a genuine token of the same login says, expired or not. */
function formerData(request: HttpRequest, sid: string, context: ClusterContext, rules: Rules): SessionData {
  const token = readBearerCredentials(headerOf(request, 'Authorization') ?? '');
  const check = token === undefined ? undefined : verify(token, context, rules);
  const claims = check === undefined ? undefined : claimsIn(check);
  return claims?.sid === sid ? dataIn(claims) : {};
}

function claimsIn(check: TokenCheck): Claims | undefined {
  if (check.kind === 'valid') return check.claims;
  return check.refusal.kind === 'expired' ? check.refusal.claims : undefined;
}

/** A login that couldn't be stored. */
function ungranted(problem: Exclude<GrantOutcome, Grant>): Saved {
  return { kind: problem === 'refused' ? 'unavailable' : problem };
}

/** RFC 6749 §5.2. */
function invalidGrant(): HttpResponse {
  return jsonResponse(400, [], { error: 'invalid_grant' });
}

interface IssueOptions {
  readonly lifetimeUs: number;
  readonly sid: string | null;
}

function issueFor(
  { sid, refreshToken }: Grant,
  data: SessionData,
  lifetimeUs: number,
  context: ClusterContext,
): Saved {
  const issued = issue(data, { lifetimeUs, sid }, context);
  return issued.kind === 'saved'
    ? { ...issued, fields: { ...issued.fields, refresh_token: refreshToken } }
    : issued;
}

/** RFC 6749 §5.1. Signed with the present key, which may have been rotated since the request came. */
function issue(
  data: SessionData,
  { lifetimeUs, sid }: IssueOptions,
  { memory, nowUs, random }: ClusterContext,
): Saved {
  const { signing } = keyRingOf(memory);
  if (signing === null) return cannotSign;
  const { iat, exp } = lifetimeClaims(nowUs, lifetimeUs);
  const issued = { iat, exp, jti: newId(random) };
  const claims = merge(claimsOf(data), sid === null ? issued : { sid, ...issued });
  return {
    kind: 'saved',
    headers: [['Cache-Control', 'no-store']],
    fields: { access_token: issueToken(claims, signing), token_type: 'Bearer', expires_in: exp - iat },
  };
}

function claimsOf({ user, conversation, note }: SessionData) {
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    ...(user !== undefined && { sub: user.userId, name: user.name, role: user.role }),
    ...(conversation !== undefined && { conversation }),
    ...(note !== undefined && { note }),
  };
}

/** Signed data is still validated, because another program may have the same key. */
function dataIn(claims: Claims): SessionData {
  const user = userIn(claims);
  const conversation = conversationIn(claims);
  const { note } = claims;
  return {
    ...(conversation !== undefined && { conversation }),
    ...(user !== undefined && { user }),
    ...(isNote(note) && { note }),
  };
}

function userIn({ sub, name, role }: Claims): Identity | undefined {
  const user = { userId: sub, name, role };
  return isIdentity(user) ? user : undefined;
}

function conversationIn({ conversation }: Claims): Conversation | undefined {
  if (typeof conversation !== 'object' || conversation === null) return undefined;
  const fields: Record<string, unknown> = { ...conversation };
  const read = readConversation(fields);
  if ('problem' in read) return undefined;
  const cart = readCart(fields.cart);
  return cart === undefined ? read : { ...read, cart };
}

/** The login of a token (`sid`, as OpenID Connect has registered it), where logins are remembered. */
function loginOf(lookup: SessionLookup): string | null {
  const sid = lookup.claims?.sid;
  return typeof sid === 'string' ? sid : null;
}
