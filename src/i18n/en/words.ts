/** Names, counts and amounts in English. */
import type { NodeRef } from '../../diagram/phrasebook.ts';
import type { PaymentMethod, ProductId } from '../../simulation/application/shop.ts';

export const products: Record<ProductId, { one: string; article: string; many: string; chip: string }> = {
  laptop: { one: 'laptop', article: 'a laptop', many: 'laptops', chip: 'Laptop' },
  americano: { one: 'Americano', article: 'an Americano', many: 'Americanos', chip: 'Americano' },
};
export const payments: Record<PaymentMethod, string> = { card: 'card', cash: 'cash' };
const smallNumbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export const number = new Intl.NumberFormat('en');
export const plural = new Intl.PluralRules('en');

export function nameOf({ role, ordinal }: NodeRef): string {
  switch (role) {
    case 'client':
      return 'Client';
    case 'load-balancer':
      return 'Load balancer';
    case 'database':
      return 'Database';
    case 'session-store':
      return 'Session store';
    case 'session-store-replica':
      return 'Session store replica';
    case 'server':
      return `Server ${ordinal}`;
    default:
      throw new Error(`Unknown role ${role satisfies never}`);
  }
}

export function spoken(count: number): string {
  return smallNumbers[count] ?? number.format(count);
}

export function won(amount: number): string {
  return `${number.format(amount)} won`;
}
