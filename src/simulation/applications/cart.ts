/** The shopping cart: products in the order in which they were added. Two tabs of one browser can add at the same time. */
import type { Conversation, ProductId } from './shop.ts';

export type Cart = readonly ProductId[];

export const CART_MAX = 99;

/** The conversation after more was put into its cart. */
export function withCart(conversation: Conversation, added: Cart = []): Conversation {
  if (added.length === 0) return conversation;
  return { ...conversation, cart: [...(conversation.cart ?? []), ...added].slice(0, CART_MAX) };
}

/** Each product with its count, in the order of its first item. */
export function countsIn(cart: Cart): readonly { readonly product: ProductId; readonly quantity: number }[] {
  const counts = new Map<ProductId, number>();
  for (const product of cart) counts.set(product, (counts.get(product) ?? 0) + 1);
  return [...counts].map(([product, quantity]) => ({ product, quantity }));
}
