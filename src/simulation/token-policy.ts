/** Conditions of signed tokens. */
export interface TokenPolicy {
  /** How long a token is valid. Until then a server accepts it from anyone who presents it. */
  readonly lifetimeUs: number;
  /** Whether servers check each token against a deny list in the session store, which is state again. */
  readonly hasDenyList: boolean;
  /** How long an unused refresh token is kept in the session store, whole seconds; null where none are issued. */
  readonly refreshLifetimeUs: number | null;
}
