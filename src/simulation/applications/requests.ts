/** A script's lines as HTTP requests. */
import { type Header, type HttpRequest, httpRequest } from '../protocols/http.ts';
import { passwords } from './account.ts';
import type { Cart } from './cart.ts';
import { addToCartRequest, cartRequest } from './cart-http.ts';
import type { RequestLine } from './line.ts';
import { noteOf } from './note.ts';
import { IDEMPOTENCY_KEY } from './payment-service.ts';
import type { Conversation } from './shop.ts';
import { shopRequest } from './shop-http.ts';

/** Path of the token issuer, which isn't an application. */
export const REFRESH_TARGET = '/refresh';
export const LOGIN_TARGET = '/login';

export interface RequestOptions {
  /** Credentials. */
  readonly headers: readonly Header[];
  /** A shop line with the whole conversation so far, when the client carries it. */
  readonly said: Conversation;
  /** The whole cart, when the client carries it. */
  readonly carriedCart: Cart | null;
  /** Identifies this request across retries. */
  readonly idempotencyKey: string;
  readonly refreshToken: string | null;
}

export function requestFor(
  line: RequestLine,
  { headers, said, carriedCart, idempotencyKey, refreshToken }: RequestOptions,
): HttpRequest {
  switch (line.kind) {
    case 'shop':
      return shopRequest(said, headers);
    case 'visit':
      return httpRequest('GET', '/', headers);
    case 'log-in':
      return httpRequest('POST', LOGIN_TARGET, headers, {
        userId: line.user,
        password: passwords[line.user],
      });
    case 'me':
      return httpRequest('GET', '/me', headers);
    case 'admin':
      return httpRequest('GET', '/admin', headers);
    case 'log-out':
      return httpRequest('POST', '/logout', headers, {});
    case 'note':
      return httpRequest('POST', '/note', headers, { note: noteOf(line.characters) });
    case 'refresh':
      return httpRequest('POST', REFRESH_TARGET, headers, { refresh_token: refreshToken });
    case 'add-to-cart':
      return addToCartRequest(line.product, carriedCart, headers);
    case 'cart':
      return cartRequest(carriedCart, headers);
    case 'pay': {
      const key: Header[] = line.hasIdempotencyKey ? [[IDEMPOTENCY_KEY, `"${idempotencyKey}"`]] : [];
      return httpRequest('POST', '/pay', [...headers, ...key], { amountWon: line.amountWon });
    }
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}
