/** A script that many lessons share. */
import type { Conversation, ProductId } from '../simulation/application/shop.ts';

/** Asks for the price, says how many, pays by card. */
export function purchase(product: ProductId): readonly Conversation[] {
  return [{ product }, { quantity: 2 }, { payment: 'card' }];
}
