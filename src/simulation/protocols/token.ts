/** JSON Web Tokens (RFC 7519): a signed identity with an expiry, so that a server can stay stateless. */
import { timeUsAt, unixSecondsAt } from './calendar.ts';
import { type JsonObject, jsonObjectOf, parseJws } from './compact-serialization.ts';
import { type JwsRefusal, type SignatureAlgorithm, signJws, verifyJws } from './jws.ts';
import type { SigningKey } from './signing-key.ts';

/** `exp`, `nbf` and `iat` are seconds since 1970, with an optional fraction (NumericDate, RFC 7519 §2). */
export interface Claims {
  readonly iss: string;
  /** One audience, or several. */
  readonly aud: string | readonly string[];
  readonly sub?: string;
  /** A private claim (RFC 7519 §4.3), like every other claim that isn't listed here. */
  readonly role?: string;
  readonly exp: number;
  readonly nbf?: number;
  readonly iat?: number;
  /** Token ID, used as the key in a deny-list. */
  readonly jti: string;
  readonly [privateClaim: string]: unknown;
}

/** What a server accepts. */
export interface AcceptedTokens {
  readonly keys: readonly SigningKey[];
  readonly issuer: string;
  readonly audience: string;
  /** Default: HS256. */
  readonly algorithm?: SignatureAlgorithm;
  /** How far clocks may be apart, in microseconds. Default: 0. */
  readonly leewayUs?: number;
}

export type TokenRefusal =
  | JwsRefusal
  /** Required claims are missing or have the wrong type. */
  | { readonly kind: 'invalid-claims'; readonly claims: readonly string[] }
  | { readonly kind: 'wrong-issuer' }
  | { readonly kind: 'wrong-audience' }
  /** Genuine but expired; the claims still identify the user. */
  | { readonly kind: 'expired'; readonly expiredUs: number; readonly claims: Claims }
  /** By its `nbf`, or issued in the verifier's future by its `iat`. */
  | { readonly kind: 'not-yet-valid'; readonly validFromUs: number }
  /** Reported by a server with a deny-list. The token itself can't show it. */
  | { readonly kind: 'revoked'; readonly jti: string };

export type TokenCheck =
  | { readonly kind: 'valid'; readonly claims: Claims }
  | { readonly kind: 'refused'; readonly refusal: TokenRefusal };

/** Valid from now, and at most as long as requested: whole seconds round the lifetime down. */
export function lifetimeClaims(
  nowUs: number,
  lifetimeUs: number,
): Pick<Claims, 'exp'> & { readonly iat: number } {
  return { iat: unixSecondsAt(nowUs), exp: unixSecondsAt(nowUs + lifetimeUs) };
}

export function issueToken(claims: Claims, key: SigningKey): string {
  const header = { alg: key.alg, typ: 'JWT', kid: key.kid };
  return signJws(JSON.stringify(header), JSON.stringify(claims), key);
}

/**
 * Verifies in the order of RFC 7519 §7.2: the signature first, so that no unsigned claim is read, then the claims in
 * the order of §4.1. The leeway for clock skew counts for `exp` and `nbf` (§4.1.4, §4.1.5), and for `iat`, which the RFC
 * only defines: like PyJWT and lcobucci/jwt, this verifier refuses a token that was issued in its future. jose does so
 * where a maximum age is set, and jsonwebtoken never does.
 *
 * @param nowUs The verifier's clock, in virtual microseconds.
 */
export function verifyToken(token: string, accepted: AcceptedTokens, nowUs: number): TokenCheck {
  const { leewayUs = 0 } = accepted;
  const checked = verifyJws(token, accepted.keys, accepted.algorithm);
  if (checked.kind === 'refused') return checked;
  const payload = jsonObjectOf(checked.payload);
  if (typeof payload === 'string') return refuse({ kind: 'malformed', part: 'payload', problem: payload });
  if (!isClaims(payload)) return refuse({ kind: 'invalid-claims', claims: invalidClaims(payload) });
  const { iss, aud, exp, nbf, iat } = payload;
  if (iss !== accepted.issuer) return refuse({ kind: 'wrong-issuer' });
  if (!(typeof aud === 'string' ? [aud] : aud).includes(accepted.audience))
    return refuse({ kind: 'wrong-audience' });
  const expiredUs = timeUsAt(exp);
  if (nowUs - leewayUs >= expiredUs) return refuse({ kind: 'expired', expiredUs, claims: payload });
  const validFromUs = Math.max(
    ...[nbf, iat].map((seconds) => (seconds === undefined ? nowUs : timeUsAt(seconds))),
  );
  if (nowUs + leewayUs < validFromUs) return refuse({ kind: 'not-yet-valid', validFromUs });
  return { kind: 'valid', claims: payload };
}

export interface DecodedToken {
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** Decodes a token without verifying it. Any reader can: signed isn't encrypted (RFC 7519 §12). */
export function decodeToken(token: string): DecodedToken | undefined {
  const jws = parseJws(token);
  if ('kind' in jws) return undefined;
  const payload = jsonObjectOf(jws.payload);
  return typeof payload === 'string' ? undefined : { header: jws.header, payload };
}

const isText = (value: unknown) => typeof value === 'string';
const isDate = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isAudience = (value: unknown) => isText(value) || (Array.isArray(value) && value.every(isText));
const orMissing = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || check(value);

/**
 * Claim types of RFC 7519 §4.1. Issuer, audience, expiry and ID are required here; a token without an expiry is
 * rejected.
 */
const claimTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  iss: isText,
  sub: orMissing(isText),
  aud: isAudience,
  exp: isDate,
  nbf: orMissing(isDate),
  iat: orMissing(isDate),
  jti: isText,
  role: orMissing(isText),
};

function isClaims(payload: JsonObject): payload is Claims {
  return invalidClaims(payload).length === 0;
}

function invalidClaims(payload: JsonObject): string[] {
  return Object.entries(claimTypes).flatMap(([name, isOfType]) => (isOfType(payload[name]) ? [] : [name]));
}

function refuse(refusal: TokenRefusal): TokenCheck {
  return { kind: 'refused', refusal };
}
