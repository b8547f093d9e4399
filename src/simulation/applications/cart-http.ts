/** Maps the cart's messages to HTTP and back. */
import { type Header, type HttpRequest, httpRequest, parseJsonObject } from '../protocols/http.ts';
import { CART_MAX, type Cart } from './cart.ts';
import { type ProductId, productIds } from './shop.ts';

export const CART_PATH = '/cart';

/** @param everything The whole cart, where the client carries it; otherwise only what is new is sent. */
export function addToCartRequest(
  product: ProductId,
  everything: Cart | null,
  headers: readonly Header[],
): HttpRequest {
  return httpRequest(
    'POST',
    CART_PATH,
    headers,
    everything === null ? { add: product } : { items: everything },
  );
}

export function cartRequest(everything: Cart | null, headers: readonly Header[]): HttpRequest {
  return everything === null
    ? httpRequest('GET', CART_PATH, headers)
    : httpRequest('POST', CART_PATH, headers, { items: everything });
}

/** What a request does to the cart: shows it, adds to it, or brings all of it. */
export type CartRequest =
  | { readonly kind: 'show' }
  | { readonly kind: 'add'; readonly product: ProductId }
  | { readonly kind: 'all'; readonly items: Cart };

/** Parses a request; undefined when it's invalid. The input is untrusted. */
export function readCartRequest({ method, body }: HttpRequest): CartRequest | undefined {
  if (method === 'GET') return { kind: 'show' };
  const { add, items } = parseJsonObject(body) ?? {};
  if (isProduct(add)) return { kind: 'add', product: add };
  const all = readCart(items);
  return all === undefined ? undefined : { kind: 'all', items: all };
}

/** An untrusted value as a cart; undefined when it's none. */
export function readCart(value: unknown): Cart | undefined {
  return Array.isArray(value) && value.length <= CART_MAX && value.every(isProduct) ? value : undefined;
}

function isProduct(value: unknown): value is ProductId {
  return productIds.some((product) => product === value);
}
