/** Under which keys a store keeps what is no session: logins that may be given new tokens, and tokens that were revoked. */

const LOGIN_PREFIX = 'login:';
const REVOCATION_PREFIX = 'revoked:';

/** @param sid Names the login in its tokens. */
export function loginKeyOf(sid: string): string {
  return `${LOGIN_PREFIX}${sid}`;
}

/** @param jti The token's own ID. */
export function revocationKeyOf(jti: string): string {
  return `${REVOCATION_PREFIX}${jti}`;
}

export function isLoginKey(key: string): boolean {
  return key.startsWith(LOGIN_PREFIX);
}

export function isRevocationKey(key: string): boolean {
  return key.startsWith(REVOCATION_PREFIX);
}
