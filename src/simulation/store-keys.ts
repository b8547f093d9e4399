/** Store keys of values that aren't sessions: logins with refresh tokens, and revoked tokens. */

const LOGIN_PREFIX = 'login:';
const REVOCATION_PREFIX = 'revoked:';

/** @param sid The login's ID in its tokens. */
export function loginKeyOf(sid: string): string {
  return `${LOGIN_PREFIX}${sid}`;
}

/** @param jti The token's ID. */
export function revocationKeyOf(jti: string): string {
  return `${REVOCATION_PREFIX}${jti}`;
}

export function isLoginKey(key: string): boolean {
  return key.startsWith(LOGIN_PREFIX);
}

export function isRevocationKey(key: string): boolean {
  return key.startsWith(REVOCATION_PREFIX);
}
