/** Maps shop messages to HTTP and back. Bodies carry codes, so byte counts don't depend on the reader's language. */
import {
  type Header,
  type HttpRequest,
  type HttpResponse,
  httpRequest,
  parseJsonObject,
  type Status,
} from '../protocols/http.ts';
import {
  type Conversation,
  type Missing,
  type PaymentMethod,
  type ProductId,
  paymentMethods,
  productIds,
  QUANTITY_MAX,
  type ShopReply,
} from './shop.ts';

export const SHOP_PATH = '/shop';

/** Asking for a price is safe, so it uses GET; giving a quantity and paying change state. */
export function shopRequest(said: Conversation, headers: readonly Header[]): HttpRequest {
  const { product, quantity, payment } = said;
  return product !== undefined && quantity === undefined && payment === undefined
    ? httpRequest('GET', `${SHOP_PATH}?product=${product}`, headers)
    : httpRequest('POST', SHOP_PATH, headers, { product, quantity, payment });
}

export type ReadRequest =
  | { readonly kind: 'said'; readonly said: Conversation }
  | { readonly kind: 'refused'; readonly status: Status; readonly problem: string };

/** Parses a request to the shop, or says why it's invalid. The input is untrusted. */
export function readShopRequest(request: HttpRequest): ReadRequest {
  const [path, query] = splitAtFirst(request.target, '?');
  if (path !== SHOP_PATH) return { kind: 'refused', status: 404, problem: 'path' };
  const fields = request.method === 'GET' ? parseQuery(query) : parseJsonObject(request.body);
  if (fields === undefined) return { kind: 'refused', status: 400, problem: 'body' };
  const said = readConversation(fields);
  return 'problem' in said ? { kind: 'refused', status: 400, problem: said.problem } : { kind: 'said', said };
}

/** JSON fields of a reply. */
export function shopReplyFields(reply: ShopReply): Readonly<Record<string, unknown>> {
  switch (reply.kind) {
    case 'price':
      return { product: reply.product, unitPriceWon: reply.unitPriceWon };
    case 'total': {
      const { product, quantity, totalWon } = reply;
      return { product, quantity, totalWon, next: 'payment' };
    }
    case 'paid':
      return { paid: true, ...reply.order };
    case 'incomplete':
      return { error: 'incomplete', ask: reply.ask, ...reply.heard };
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

export type ReadResponse = ShopReply | { readonly kind: 'problem'; readonly status: Status };

/** Parses a response, the inverse of `shopReplyFields`. Anything else is a problem, identified by its status. */
export function readShopResponse({ status, body }: HttpResponse): ReadResponse {
  const fields = parseJsonObject(body) ?? {};
  const { product, quantity, payment, unitPriceWon, totalWon, ask } = fields;
  if (status === 422 && Array.isArray(ask)) {
    const heard = readConversation(fields);
    if (!('problem' in heard)) {
      return { kind: 'incomplete', ask: missingKinds.filter((missing) => ask.includes(missing)), heard };
    }
  }
  if (status === 200 && isProduct(product)) {
    if (typeof unitPriceWon === 'number') return { kind: 'price', product, unitPriceWon };
    if (isQuantity(quantity) && typeof totalWon === 'number') {
      return isPayment(payment)
        ? { kind: 'paid', order: { product, quantity, payment, totalWon } }
        : { kind: 'total', product, quantity, totalWon };
    }
  }
  return { kind: 'problem', status };
}

const missingKinds: readonly Missing[] = ['product', 'quantity'];

/** Parses the fields of a request or a token, or names the invalid field. */
export function readConversation(
  fields: Record<string, unknown>,
): Conversation | { readonly problem: keyof Conversation } {
  const { product, quantity, payment } = fields;
  if (product !== undefined && !isProduct(product)) return { problem: 'product' };
  if (quantity !== undefined && !isQuantity(quantity)) return { problem: 'quantity' };
  if (payment !== undefined && !isPayment(payment)) return { problem: 'payment' };
  return {
    ...(product !== undefined && { product }),
    ...(quantity !== undefined && { quantity }),
    ...(payment !== undefined && { payment }),
  };
}

function parseQuery(query: string): Record<string, unknown> | undefined {
  try {
    const pairs = query.split('&').filter((pair) => pair !== '');
    return Object.fromEntries(
      pairs.map((pair) => {
        const [name, value] = splitAtFirst(pair, '=');
        return [decodeURIComponent(name), decodeURIComponent(value)];
      }),
    );
  } catch {
    return undefined;
  }
}

function splitAtFirst(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function isProduct(value: unknown): value is ProductId {
  return productIds.some((product) => product === value);
}

function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= QUANTITY_MAX;
}

function isPayment(value: unknown): value is PaymentMethod {
  return paymentMethods.some((method) => method === value);
}
