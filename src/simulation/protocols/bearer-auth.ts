/** Bearer tokens (RFC 6750): possession grants access, like a wristband. */
import type { Header } from './http.ts';

/** Returns the value of an `Authorization` header. */
export function bearerCredentials(token: string): string {
  return `Bearer ${token}`;
}

/** The token in an `Authorization` header, not validated, or undefined when there is none. */
export function readBearerCredentials(authorization: string): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization)?.[1];
}

/**
 * The challenge of a 401 (RFC 6750 §3).
 *
 * @param problem Code of the token's error; null when the request had no token, because then no error is reported.
 */
export function bearerChallenge(realm: string, problem: string | null): Header {
  const error = problem === null ? '' : `, error="invalid_token", error_description="${problem}"`;
  return ['WWW-Authenticate', `Bearer realm="${realm}"${error}`];
}
