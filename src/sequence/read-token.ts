/** What a signed token says to anybody who reads it: encoded is not encrypted (RFC 7519 §12). */
import { timeUsAt } from '../simulation/protocols/calendar.ts';
import { decodeToken } from '../simulation/protocols/token.ts';

export interface TokenReading {
  /** As JSON, a member a line. */
  readonly header: string;
  readonly payload: string;
  /** The bytes of the signature as they travel, base64url. */
  readonly signature: string;
  readonly algorithm: string;
  readonly times: readonly TokenTime[];
}

export interface TokenTime {
  readonly claim: 'iat' | 'nbf' | 'exp';
  /** Seconds since 1970. */
  readonly unixSeconds: number;
  /** Since the run began. */
  readonly atUs: number;
}

const timeClaims = ['iat', 'nbf', 'exp'] as const;

/** Undefined for a text that is no token, or whose payload is no JSON object. */
export function readToken(token: string): TokenReading | undefined {
  const decoded = decodeToken(token);
  if (decoded === undefined) return undefined;
  const { header, payload } = decoded;
  return {
    header: JSON.stringify(header, null, 2),
    payload: JSON.stringify(payload, null, 2),
    signature: token.split('.')[2] ?? '',
    algorithm: String(header.alg ?? ''),
    times: timeClaims.flatMap((claim) => {
      const seconds = payload[claim];
      return typeof seconds === 'number' ? [{ claim, unixSeconds: seconds, atUs: timeUsAt(seconds) }] : [];
    }),
  };
}
