/** Conditions of signed tokens. */
export interface TokenPolicy {
  /** How long a token is valid. Until then a server accepts it from anyone who presents it. */
  readonly lifetimeUs: number;
  /** Whether servers check each token against a deny list in the session store, which is state again. */
  readonly hasDenyList: boolean;
  /** How long an unused refresh token is kept in the session store, whole seconds; null where none are issued. */
  readonly refreshLifetimeUs: number | null;
  /** How far servers let clocks be apart when they check `exp`, `nbf` and `iat`. */
  readonly leewayUs: number;
  /**
   * `shared-secret`: HMAC, so each server that can verify can also sign. `public-key`: Ed25519. Only Server 1 has the
   * private key; the others verify, and can't issue a token.
   */
  readonly signature: 'shared-secret' | 'public-key';
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
type RefreshReuse = (typeof refreshReuses)[number];

/**
 * Where servers get their keys from, under strategies with keys.
 *
 * `shared`: each server has the same keys on its disk, as if an operator had installed them. `own`: each server makes a
 * key of its own when it starts, and a restart makes another one. `in-store`: the keys are in the session store; a
 * server reads them when it starts and then again at this interval.
 */
export type KeyDistribution =
  | { readonly kind: 'shared' }
  | { readonly kind: 'own' }
  | { readonly kind: 'in-store'; readonly refreshUs: number };
