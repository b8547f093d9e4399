/** Contents of a signed token. Anyone can read them: encoded isn't encrypted (RFC 7519 §12). */
import { timeUsAt } from '../simulation/protocols/calendar.ts';
import { decodeToken } from '../simulation/protocols/token.ts';

export interface TokenReading {
  /** JSON, one member per line. */
  readonly header: string;
  readonly payload: string;
  /** The signature as transmitted, base64url. */
  readonly signature: string;
  readonly algorithm: string;
  readonly times: readonly TokenTime[];
}

export interface TokenTime {
  readonly claim: 'iat' | 'nbf' | 'exp';
  /** Seconds since 1970. */
  readonly unixSeconds: number;
  /** Since the start of the run. */
  readonly atUs: number;
}

const timeClaims = ['iat', 'nbf', 'exp'] as const;

/** Undefined for a text that isn't a token, or whose payload isn't a JSON object. */
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
