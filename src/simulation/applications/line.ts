/** What a client can do next: one line of its script, as plain data. */
import type { NodeId } from '../kernel/actor.ts';
import type { UserId } from './account.ts';
import type { Conversation } from './shop.ts';

export type Line =
  /** Says something to the shop. */
  | { readonly kind: 'shop'; readonly said: Conversation }
  /** Opens the page, without logging in. */
  | { readonly kind: 'visit' }
  | { readonly kind: 'log-in'; readonly user: UserId }
  /** Asks who it is logged in as. */
  | { readonly kind: 'me' }
  /** Asks for a page that is for administrators. */
  | { readonly kind: 'admin' }
  | { readonly kind: 'log-out' }
  /** Asks for a new token, with the refresh token that it was given beside the old one. */
  | { readonly kind: 'refresh' }
  | { readonly kind: 'pay'; readonly amountWon: number; readonly hasIdempotencyKey: boolean }
  /**
   * Not a request: what this client would prove itself with gets into the hands of another. It was stolen, or it
   * was planted there to be logged in with (session fixation).
   */
  | { readonly kind: 'hand-over'; readonly to: NodeId };
