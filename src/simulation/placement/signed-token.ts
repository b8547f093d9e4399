/** State in a token that the client holds. Any server with the key can tell that it is genuine, and none keeps it. */
import { done, type Flow } from '../actors/flow.ts';
import { type Identity, isUserRole } from '../application/account.ts';
import type { Conversation } from '../application/shop.ts';
import { readConversation } from '../application/shop-http.ts';
import type { ClusterContext } from '../cluster.ts';
import { bearerChallenge, readBearerCredentials } from '../protocol/bearer-auth.ts';
import { type HttpRequest, headerOf } from '../protocol/http.ts';
import { type Claims, issueToken, lifetimeClaims, verifyToken } from '../protocol/token.ts';
import type { ClusterScenario } from '../scenario.ts';
import type { SessionData } from '../session.ts';
import { keyRingOf, tendKeyRing } from './key-ring.ts';
import type { Placement, Saved, SessionLookup } from './placement.ts';
import { newId, notPresented } from './session-cookie.ts';

export interface TokenPolicy {
  /** How long a token is valid. Until then whoever holds it is let in, and nobody can recall it. */
  readonly lifetimeUs: number;
}

const ISSUER = 'https://login.example';
const AUDIENCE = 'https://shop.example';

const nothingNew: Saved = { kind: 'saved', headers: [], fields: {} };

export function signedToken({ tokens, seed }: Pick<ClusterScenario, 'tokens' | 'seed'>): Placement {
  return {
    id: 'signed-token',
    clientCarries: 'what-is-new',
    load,
    save: (lookup, data, context) => done(save(lookup, data, context, tokens)),
    // The client deletes its token; a copy of it is as good as ever.
    end: () => done(nothingNew),
    challenge: (problem) => bearerChallenge('statescope', problem === 'none-presented' ? null : problem),
    react: (input, context) => tendKeyRing(input, context, seed),
  };
}

function load(request: HttpRequest, { memory, nowUs }: ClusterContext): Flow<SessionLookup> {
  const authorization = headerOf(request, 'Authorization');
  const token = authorization === undefined ? undefined : readBearerCredentials(authorization);
  if (token === undefined) return done(notPresented);
  const keys = keyRingOf(memory).verification;
  const check = verifyToken(token, { keys, issuer: ISSUER, audience: AUDIENCE }, nowUs);
  if (check.kind === 'refused') return done({ kind: 'not-found', problem: check.refusal.kind });
  const { claims } = check;
  return done({ kind: 'found', data: dataIn(claims), session: null, claims });
}

/** A token cannot be written to: whoever is known by other data than before gets another. */
function save(
  lookup: SessionLookup,
  data: SessionData,
  { memory, nowUs, random }: ClusterContext,
  { lifetimeUs }: TokenPolicy,
): Saved {
  const isKnown = lookup.kind === 'found' && lookup.data === data;
  const isEmpty = data.user === undefined && data.conversation === undefined;
  if (isKnown || isEmpty) return nothingNew;
  const { signing } = keyRingOf(memory);
  if (signing === null) return { kind: 'unavailable' };
  const { iat, exp } = lifetimeClaims(nowUs, lifetimeUs);
  const token = issueToken({ ...claimsOf(data), iat, exp, jti: newId(random) }, signing);
  return {
    kind: 'saved',
    // RFC 6749 §5.1.
    headers: [['Cache-Control', 'no-store']],
    fields: { access_token: token, token_type: 'Bearer', expires_in: exp - iat },
  };
}

function claimsOf({ user, conversation }: SessionData) {
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    ...(user !== undefined && { sub: user.userId, name: user.name, role: user.role }),
    ...(conversation !== undefined && { conversation }),
  };
}

/** What a server has signed is true; it is read with care all the same, for another program may have the same key. */
function dataIn(claims: Claims): SessionData {
  const user = userIn(claims);
  const conversation = conversationIn(claims);
  return { ...(conversation !== undefined && { conversation }), ...(user !== undefined && { user }) };
}

function userIn({ sub, name, role }: Claims): Identity | undefined {
  return sub !== undefined && typeof name === 'string' && isUserRole(role)
    ? { userId: sub, name, role }
    : undefined;
}

function conversationIn({ conversation }: Claims): Conversation | undefined {
  if (typeof conversation !== 'object' || conversation === null) return undefined;
  const read = readConversation({ ...conversation });
  return 'problem' in read ? undefined : read;
}
