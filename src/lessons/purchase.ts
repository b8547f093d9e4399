/** A script that many lessons share. */
import type { Line } from '../simulation/applications/line.ts';
import type { ProductId } from '../simulation/applications/shop.ts';

/** Asks for the price, gives a quantity, pays by card. */
export function purchase(product: ProductId): readonly Line[] {
  return [
    { kind: 'shop', said: { product } },
    { kind: 'shop', said: { quantity: 2 } },
    { kind: 'shop', said: { payment: 'card' } },
  ];
}
