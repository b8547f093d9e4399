/**
 * The shop: a customer asks for a product, says how many, and pays. One pure function, and it does not know
 * where its state is kept. Under every strategy it is given what is known of the conversation so far.
 */

/** Resource state, kept in the database under every strategy: a crash of a server never touches it. */
export const unitPricesWon = { laptop: 1_000_000, americano: 3_000 } as const;

export type ProductId = keyof typeof unitPricesWon;
export const productIds = Object.keys(unitPricesWon) as readonly ProductId[];

export const paymentMethods = ['card', 'cash'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const QUANTITY_MAX = 99;

/** What has been said so far in one purchase. It is the state that this whole product is about. */
export interface Conversation {
  readonly product?: ProductId;
  readonly quantity?: number;
  readonly payment?: PaymentMethod;
}

export interface PurchaseOrder {
  readonly product: ProductId;
  readonly quantity: number;
  readonly payment: PaymentMethod;
  readonly totalWon: number;
}

/** What a server must be told before it can answer. */
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

/** Who names a product, or has paid, begins a new purchase; anything else continues the one under way. */
export function continueConversation(state: Conversation, said: Conversation): Conversation {
  const isUnderWay = said.product === undefined && state.payment === undefined;
  return isUnderWay ? { ...state, ...said } : said;
}

/**
 * @param unitPriceOf The database's price of a product, in won; whatever the client claims is not asked.
 * @returns The state after the request, unchanged when it was incomplete, and the reply.
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
