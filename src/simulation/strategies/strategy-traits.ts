/**
 * Traits of a session strategy, as plain data. Code outside a strategy's own file asks for these traits and never
 * compares an ID, so that another strategy needs no change there.
 */

import type { KeyDistribution, TokenPolicy } from '../token-policy.ts';

export const modes = ['stateful', 'stateless'] as const;
export type Mode = (typeof modes)[number];

export function otherMode(mode: Mode): Mode {
  return mode === 'stateful' ? 'stateless' : 'stateful';
}

/**
 * Where a session is kept between two requests. Under `request` no machine keeps it: each request carries all of it. Under
 * `token` and `cookie` the client has it, signed or sealed by a server.
 */
export type StateLocation = 'server' | 'every-server' | 'store' | 'request' | 'token' | 'cookie';

/** IDs of misconception cards that a step brings up. The guide checks at compile time that they exist. */
export interface StrategyCards<Card extends string = string> {
  /** A server crashes, and no session is lost. */
  readonly serverCrashed: readonly Card[];
  readonly serverJoined: readonly Card[];
  /** A server that the client hasn't met continues its session. */
  readonly newServerAnswered: readonly Card[];
  /** A server doesn't have the session. Empty where the reason decides. */
  readonly sessionMissing: readonly Card[];
}

export interface StrategyTraits {
  /** The name of its folder, and its name in links. */
  readonly id: string;
  /** Its place among the strategies, in tens. */
  readonly order: number;
  readonly mode: Mode;
  readonly stateLocation: StateLocation;
  /** Whether servers sign or seal with keys, which an operator can rotate and remove. */
  readonly usesKeys: boolean;
  /** Whether each server copies its sessions to the others. */
  readonly keepsCopies: boolean;
  /** Whether a client proves its login with a bearer token (RFC 6750). */
  readonly carriesBearerToken: boolean;
  /** What binds a client to a server when the balancing policy doesn't. */
  readonly affinity: 'none' | 'cookie';
  /** Whether a request contains only new data, or repeats everything so far. */
  readonly clientCarries: 'what-is-new' | 'everything-so-far';
  readonly cards: StrategyCards;
}

/** What a strategy is. Each strategy's folder exports one. */
export interface StrategyDescriptor extends StrategyTraits {
  /** Whether the cluster has a session store beside the servers. */
  usesStore(scenario: { readonly tokens: TokenPolicy; readonly keys: KeyDistribution }): boolean;
}
