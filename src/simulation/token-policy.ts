/** Conditions of signed tokens. */
export interface TokenPolicy {
  /** How long a token is valid. Until then a server accepts it from anyone who presents it. */
  readonly lifetimeUs: number;
  /** Whether servers check each token against a deny list in the session store, which is state again. */
  readonly hasDenyList: boolean;
  /** How long an unused refresh token is kept in the session store, whole seconds; null where none are issued. */
  readonly refreshLifetimeUs: number | null;
  /**
   * What happens when a refresh token is used again, as two tabs do that refresh at the same moment. Both may have read
   * it as valid: `revoke` ends the login if it notices (RFC 9700 §4.14.2), `refuse` refuses the later use and keeps the
   * login, and `grace` accepts the former token for a while.
   */
  readonly refreshReuse: RefreshReuse;
  /** For `grace`. */
  readonly graceUs: number;
}

export const refreshReuses = ['revoke', 'refuse', 'grace'] as const;
export type RefreshReuse = (typeof refreshReuses)[number];
