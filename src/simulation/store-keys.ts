/** Store keys of values that aren't sessions: logins with refresh tokens, revoked tokens, locks, and the servers' keys. */

const LOGIN_PREFIX = 'login:';
const REVOCATION_PREFIX = 'revoked:';
const LOCK_PREFIX = 'lock:';
/** The key ring that servers read, where they don't have one of their own. */
export const KEY_RING_KEY = 'key-ring';

/** @param sid The login's ID in its tokens. */
export function loginKeyOf(sid: string): string {
  return `${LOGIN_PREFIX}${sid}`;
}

/** @param jti The token's ID. */
export function revocationKeyOf(jti: string): string {
  return `${REVOCATION_PREFIX}${jti}`;
}

export function lockKeyOf(sessionId: string): string {
  return `${LOCK_PREFIX}${sessionId}`;
}

export function isLockKey(key: string): boolean {
  return key.startsWith(LOCK_PREFIX);
}

export function isLoginKey(key: string): boolean {
  return key.startsWith(LOGIN_PREFIX);
}

export function isRevocationKey(key: string): boolean {
  return key.startsWith(REVOCATION_PREFIX);
}
