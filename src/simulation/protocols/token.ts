/** JSON Web Tokens (RFC 7519): who somebody is and until when, signed, so that a server needs to remember nothing. */
import { timeUsAt, unixSecondsAt } from './calendar.ts';
import { type JsonObject, type JwsRefusal, jsonObjectOf, parseJws, signJws, verifyJws } from './jws.ts';
import type { SigningKey } from './signing-key.ts';

/** Times in `exp`, `nbf` and `iat` are seconds since 1970 and may have a fraction (NumericDate, RFC 7519 §2). */
export interface Claims {
  readonly iss: string;
  /** One audience, or several. */
  readonly aud: string | readonly string[];
  readonly sub?: string;
  /** A private claim (RFC 7519 §4.3), as is every other that is not named here. */
  readonly role?: string;
  readonly exp: number;
  readonly nbf?: number;
  readonly iat?: number;
  /** Names this token, so that it can be put on a deny-list. */
  readonly jti: string;
  readonly [privateClaim: string]: unknown;
}

/** What a server accepts. */
export interface AcceptedTokens {
  readonly keys: readonly SigningKey[];
  readonly issuer: string;
  readonly audience: string;
}

export type TokenRefusal =
  | JwsRefusal
  /** Claims that are needed are missing, or are of the wrong type. */
  | { readonly kind: 'invalid-claims'; readonly claims: readonly string[] }
  | { readonly kind: 'wrong-issuer' }
  | { readonly kind: 'wrong-audience' }
  /** It was genuine, and says who this was. */
  | { readonly kind: 'expired'; readonly expiredUs: number; readonly claims: Claims }
  | { readonly kind: 'not-yet-valid'; readonly validFromUs: number }
  /** Said by whoever keeps a deny-list; the token alone cannot tell. */
  | { readonly kind: 'revoked'; readonly jti: string };

export type TokenCheck =
  | { readonly kind: 'valid'; readonly claims: Claims }
  | { readonly kind: 'refused'; readonly refusal: TokenRefusal };

/** Valid from now on and never longer than asked for: whole seconds end a lifetime early rather than late. */
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
 * Verifies in the order of RFC 7519 §7.2: the signature first, so that nothing unsigned is read as a claim, then the
 * claims in the order of §4.1. There is no leeway for clocks that differ, since all virtual clocks are one.
 *
 * @param nowUs Virtual microseconds.
 */
export function verifyToken(token: string, accepted: AcceptedTokens, nowUs: number): TokenCheck {
  const checked = verifyJws(token, accepted.keys);
  if (checked.kind === 'refused') return checked;
  const payload = jsonObjectOf(checked.payload);
  if (typeof payload === 'string') return refuse({ kind: 'malformed', part: 'payload', problem: payload });
  if (!isClaims(payload)) return refuse({ kind: 'invalid-claims', claims: invalidClaims(payload) });
  const { iss, aud, exp, nbf } = payload;
  if (iss !== accepted.issuer) return refuse({ kind: 'wrong-issuer' });
  if (!(typeof aud === 'string' ? [aud] : aud).includes(accepted.audience))
    return refuse({ kind: 'wrong-audience' });
  const expiredUs = timeUsAt(exp);
  if (nowUs >= expiredUs) return refuse({ kind: 'expired', expiredUs, claims: payload });
  const validFromUs = nbf === undefined ? nowUs : timeUsAt(nbf);
  if (nowUs < validFromUs) return refuse({ kind: 'not-yet-valid', validFromUs });
  return { kind: 'valid', claims: payload };
}

export interface DecodedToken {
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** What a token says to anybody who reads it: signed is not encrypted (RFC 7519 §12). Nothing is verified. */
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

/** The types of RFC 7519 §4.1. Issuer, audience, expiry and ID are needed here; a token without an end is none of ours. */
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
