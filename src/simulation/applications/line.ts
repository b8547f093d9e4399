/** One line of a client's script, as plain data. */
import type { NodeId } from '../kernel/actor.ts';
import type { UserId } from './account.ts';
import type { Conversation, ProductId } from './shop.ts';

/** As many as a browser opens connections to one host over HTTP/1.1. */
export const AT_ONCE_MAX = 6;

export type Line =
  | SingleLine
  /** Several requests at the same moment, as from several tabs. The next line follows when all are settled. */
  | { readonly kind: 'at-once'; readonly lines: readonly RequestLine[] };

/** A line that sends one request. */
export type RequestLine = Exclude<SingleLine, { kind: 'hand-over' | 'wait' }>;

type SingleLine =
  /** Sends a message to the shop. */
  | { readonly kind: 'shop'; readonly said: Conversation }
  /** Opens the public page. */
  | { readonly kind: 'visit' }
  | { readonly kind: 'log-in'; readonly user: UserId }
  /** Asks for the logged-in user. */
  | { readonly kind: 'me' }
  /** Asks for an administrators' page. */
  | { readonly kind: 'admin' }
  | { readonly kind: 'log-out' }
  /** Puts a note of this many characters into the session, such as a message that goes with a present. */
  | { readonly kind: 'note'; readonly characters: number }
  /** Gets a new access token with the refresh token. */
  | { readonly kind: 'refresh' }
  /** Puts one more of a product into the cart. */
  | { readonly kind: 'add-to-cart'; readonly product: ProductId }
  /** Asks what is in the cart. */
  | { readonly kind: 'cart' }
  | { readonly kind: 'pay'; readonly amountWon: number; readonly hasIdempotencyKey: boolean }
  /** Not a request: another client gets this client's credentials, by theft or by session fixation. */
  | { readonly kind: 'hand-over'; readonly to: NodeId }
  /** Not a request: the next line comes this much later. */
  | { readonly kind: 'wait'; readonly us: number };
