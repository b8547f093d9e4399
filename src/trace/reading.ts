/** Parses the meaning of HTTP messages. A trace contains only the messages. */
import type { Cart } from '../simulation/applications/cart.ts';
import { CART_PATH, readCart, readCartRequest } from '../simulation/applications/cart-http.ts';
import type { Conversation, ProductId, ShopReply } from '../simulation/applications/shop.ts';
import { readShopRequest, readShopResponse, SHOP_PATH } from '../simulation/applications/shop-http.ts';
import {
  type HttpRequest,
  type HttpResponse,
  headerOf,
  parseJsonObject,
  type Status,
} from '../simulation/protocols/http.ts';

/** What a request asks for. */
export type RequestIntent =
  | { readonly kind: 'shop'; readonly said: Conversation }
  | { readonly kind: 'visit' | 'me' | 'admin' | 'log-out' | 'refresh' }
  | { readonly kind: 'log-in'; readonly userId: string }
  | { readonly kind: 'note'; readonly characters: number }
  | { readonly kind: 'pay'; readonly amountWon: number; readonly hasIdempotencyKey: boolean }
  | { readonly kind: 'add-to-cart'; readonly product: ProductId }
  /** `items`: the client carries its cart, and brings all of it. Null for a question about the cart. */
  | { readonly kind: 'cart'; readonly items: Cart | null }
  /** Not a request that an application here handles. */
  | { readonly kind: 'other' };

/** What a response says. */
export type ResponseMeaning =
  | ShopReply
  /** The public page, with the name of the logged-in user. */
  | { readonly kind: 'welcomed'; readonly name: string | null }
  | { readonly kind: 'logged-in' | 'recognized' | 'admitted'; readonly name: string }
  | { readonly kind: 'logged-out' }
  /** A note is in the session. */
  | { readonly kind: 'noted'; readonly characters: number }
  /** A new access token. */
  | { readonly kind: 'refreshed' }
  | {
      readonly kind: 'charged';
      readonly chargeNumber: number;
      readonly amountWon: number;
      /** False when this idempotency key was charged before: no second charge. */
      readonly isFirst: boolean;
    }
  /** What is in the cart now. */
  | { readonly kind: 'cart'; readonly items: Cart }
  | { readonly kind: 'problem'; readonly status: Status; readonly code: ProblemCode | null };

/** Every error code in this cluster's responses. */
export const problemCodes = [
  // From the load balancer.
  'no-server',
  'server-unreachable',
  'server-timeout',
  'connection-reset',
  // From a server, for an invalid request.
  'invalid',
  'not-found',
  'server-busy',
  'forbidden',
  'not-logged-in',
  'wrong-credentials',
  'database-unavailable',
  'sessions-unavailable',
  'store-full',
  'cannot-sign',
  'cannot-seal',
  // The session changed under the request, or is locked by another one.
  'session-conflict',
  'session-locked',
  // From a server that doesn't know the user.
  'none-presented',
  'unknown-session',
  'expired-session',
  'other-format',
  // From a server that rejected a token.
  'malformed',
  'algorithm-none',
  'unknown-algorithm',
  'unsupported-critical',
  'unknown-key',
  'bad-signature',
  'bad-seal',
  'invalid-claims',
  'wrong-issuer',
  'wrong-audience',
  'expired',
  'not-yet-valid',
  'revoked',
  'invalid_grant',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export function readRequest(request: HttpRequest): RequestIntent {
  const { method, target } = request;
  if (target === SHOP_PATH || target.startsWith(`${SHOP_PATH}?`)) {
    const read = readShopRequest(request);
    return read.kind === 'said' ? { kind: 'shop', said: read.said } : { kind: 'other' };
  }
  if (target === CART_PATH) return readCartIntent(request);
  switch (`${method} ${target}`) {
    case 'GET /':
      return { kind: 'visit' };
    case 'GET /me':
      return { kind: 'me' };
    case 'GET /admin':
      return { kind: 'admin' };
    case 'POST /refresh':
      return { kind: 'refresh' };
    case 'POST /logout':
      return { kind: 'log-out' };
    case 'POST /login': {
      const { userId } = parseJsonObject(request.body) ?? {};
      return typeof userId === 'string' ? { kind: 'log-in', userId } : { kind: 'other' };
    }
    case 'POST /note': {
      const { note } = parseJsonObject(request.body) ?? {};
      return typeof note === 'string' ? { kind: 'note', characters: note.length } : { kind: 'other' };
    }
    case 'POST /pay': {
      const { amountWon } = parseJsonObject(request.body) ?? {};
      const hasIdempotencyKey = headerOf(request, 'Idempotency-Key') !== undefined;
      return typeof amountWon === 'number'
        ? { kind: 'pay', amountWon, hasIdempotencyKey }
        : { kind: 'other' };
    }
    default:
      return { kind: 'other' };
  }
}

function readCartIntent(request: HttpRequest): RequestIntent {
  const read = readCartRequest(request);
  switch (read?.kind) {
    case 'show':
      return { kind: 'cart', items: null };
    case 'all':
      return { kind: 'cart', items: read.items };
    case 'add':
      return { kind: 'add-to-cart', product: read.product };
    case undefined:
      return { kind: 'other' };
    default:
      throw new Error(`Unknown request ${read satisfies never}`);
  }
}

/** @param said The response's body. */
export function readResponse(intent: RequestIntent, response: HttpResponse): ResponseMeaning {
  if (intent.kind === 'shop') {
    const reply = readShopResponse(response);
    if (reply.kind !== 'problem') return reply;
  }
  const fields = parseJsonObject(response.body) ?? {};
  const meaning = response.status === 200 ? readFields(intent, fields) : undefined;
  const code = problemCodes.find((each) => each === fields.error) ?? null;
  return meaning ?? { kind: 'problem', status: response.status, code };
}

function readFields(intent: RequestIntent, fields: Record<string, unknown>): ResponseMeaning | undefined {
  const name = nameIn(fields.user);
  switch (intent.kind) {
    case 'visit':
      return { kind: 'welcomed', name };
    case 'log-in':
      return name === null ? undefined : { kind: 'logged-in', name };
    case 'me':
      return name === null ? undefined : { kind: 'recognized', name };
    case 'admin':
      return name === null ? undefined : { kind: 'admitted', name };
    case 'log-out':
      return { kind: 'logged-out' };
    case 'note':
      return typeof fields.noted === 'number' ? { kind: 'noted', characters: fields.noted } : undefined;
    case 'refresh':
      return typeof fields.access_token === 'string' ? { kind: 'refreshed' } : undefined;
    case 'pay': {
      const { charge, amountWon, isFirst } = fields;
      return typeof charge === 'number' && typeof amountWon === 'number'
        ? { kind: 'charged', chargeNumber: charge, amountWon, isFirst: isFirst !== false }
        : undefined;
    }
    case 'add-to-cart':
    case 'cart': {
      const items = readCart(fields.cart);
      return items === undefined ? undefined : { kind: 'cart', items };
    }
    case 'shop':
    case 'other':
      return undefined;
    default:
      throw new Error(`Unknown request ${intent satisfies never}`);
  }
}

function nameIn(user: unknown): string | null {
  return typeof user === 'object' && user !== null && 'name' in user && typeof user.name === 'string'
    ? user.name
    : null;
}

/** What a response means to its client. */
export type Verdict =
  /** A successful response of the application. */
  | 'answered'
  /** Asks for data that was already given, or for another login. */
  | 'asked-again'
  /** Rejected with a reason: not logged in, not allowed, not valid. */
  | 'refused'
  /** 5xx: no response of the application. */
  | 'failed';

/** @param wasLoggedIn Whether this client has logged in before. */
export function verdictOn(
  meaning: ResponseMeaning,
  { wasLoggedIn }: { readonly wasLoggedIn: boolean },
): Verdict {
  if (meaning.kind === 'incomplete') return 'asked-again';
  if (meaning.kind !== 'problem') return 'answered';
  if (meaning.status >= 500) return 'failed';
  return meaning.status === 401 && wasLoggedIn ? 'asked-again' : 'refused';
}
