/** Bearer tokens (RFC 6750): whoever has the token has what it gives access to, as with a wristband. */
import type { Header } from './http.ts';

/** The value of an `Authorization` header. */
export function bearerCredentials(token: string): string {
  return `Bearer ${token}`;
}

/** The token in an `Authorization` header, or undefined when it carries none; whether it is any good is not asked. */
export function readBearerCredentials(authorization: string): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization)?.[1];
}

/**
 * The challenge of a 401 (RFC 6750 §3).
 *
 * @param problem A code that says what is wrong with the token; null when there was none, of which no error is told.
 */
export function bearerChallenge(realm: string, problem: string | null): Header {
  const error = problem === null ? '' : `, error="invalid_token", error_description="${problem}"`;
  return ['WWW-Authenticate', `Bearer realm="${realm}"${error}`];
}
