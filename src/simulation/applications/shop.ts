/**
 * The shop: a customer asks for a product, gives a quantity, and pays. A pure function, unaware of where its state is
 * stored: every strategy passes in the conversation so far.
 */

/** Resource state, in the database under every strategy: a server crash never affects it. */
export const unitPricesWon = { laptop: 1_000_000, americano: 3_000 } as const;

export type ProductId = keyof typeof unitPricesWon;
export const productIds = Object.keys(unitPricesWon) as readonly ProductId[];

export const paymentMethods = ['card', 'cash'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const QUANTITY_MAX = 99;

/** The purchase in progress. This is the state that Statescope is about. */
export interface Conversation {
  readonly product?: ProductId;
  readonly quantity?: number;
  readonly payment?: PaymentMethod;
  /** What is in the cart, which outlives a purchase. */
  readonly cart?: readonly ProductId[];
}

export interface PurchaseOrder {
  readonly product: ProductId;
  readonly quantity: number;
  readonly payment: PaymentMethod;
  readonly totalWon: number;
}

/** What a server must know before it can answer. */
export type Missing = 'product' | 'quantity';

export type ShopReply =
  | { readonly kind: 'price'; readonly product: ProductId; readonly unitPriceWon: number }
  | {
      readonly kind: 'total';
      readonly product: ProductId;
      readonly quantity: number;
      readonly totalWon: number;
    }
  | { readonly kind: 'paid'; readonly order: PurchaseOrder }
  | { readonly kind: 'incomplete'; readonly ask: readonly Missing[]; readonly heard: Conversation };

export interface ShopStep {
  readonly state: Conversation;
  readonly reply: ShopReply;
}

/** Naming a product, or anything after a payment, starts a new purchase; otherwise the current one continues. */
export function continueConversation(state: Conversation, said: Conversation): Conversation {
  const isUnderWay = said.product === undefined && state.payment === undefined;
  if (isUnderWay) return { ...state, ...said };
  return state.cart === undefined ? said : { ...said, cart: state.cart };
}

/**
 * @param unitPriceOf The database's price of a product, in won. Prices from the client are ignored.
 * @returns The state after the request, unchanged when the request was incomplete, and the reply.
 */
export function shop(
  state: Conversation,
  request: Conversation,
  unitPriceOf: (product: ProductId) => number,
): ShopStep {
  const known = continueConversation(state, request);
  const { product, quantity, payment } = known;
  const needsQuantity = payment !== undefined;
  const ask: Missing[] = [];
  if (product === undefined) ask.push('product');
  if (quantity === undefined && needsQuantity) ask.push('quantity');
  if (product === undefined || ask.length > 0) {
    return { state, reply: { kind: 'incomplete', ask, heard: request } };
  }
  const unitPriceWon = unitPriceOf(product);
  if (quantity === undefined) return { state: known, reply: { kind: 'price', product, unitPriceWon } };
  const totalWon = unitPriceWon * quantity;
  if (payment === undefined) return { state: known, reply: { kind: 'total', product, quantity, totalWon } };
  return { state: known, reply: { kind: 'paid', order: { product, quantity, payment, totalWon } } };
}
