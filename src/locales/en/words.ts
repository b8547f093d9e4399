/** Names, counts and amounts in English. */
import type { PaymentMethod, ProductId } from '../../simulation/applications/shop.ts';

export const products: Record<ProductId, { one: string; article: string; many: string; chip: string }> = {
  laptop: { one: 'laptop', article: 'a laptop', many: 'laptops', chip: 'Laptop' },
  americano: { one: 'Americano', article: 'an Americano', many: 'Americanos', chip: 'Americano' },
};
export const payments: Record<PaymentMethod, string> = { card: 'card', cash: 'cash' };
const smallNumbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export const number = new Intl.NumberFormat('en');
export const list = new Intl.ListFormat('en');
export const plural = new Intl.PluralRules('en');

/** The noun alone: laptop, laptops. */
export function counted(product: ProductId, quantity: number): string {
  const { one, many } = products[product];
  return plural.select(quantity) === 'one' ? one : many;
}

/** Virtual time since the start of the run: 1:05. */
export function clock(timeUs: number): string {
  const seconds = Math.floor(timeUs / 1_000_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function spoken(count: number): string {
  return smallNumbers[count] ?? number.format(count);
}

export function won(amount: number): string {
  return `${number.format(amount)} won`;
}

export function sessions(count: number): string {
  return plural.select(count) === 'one' ? `${count} session is` : `${number.format(count)} sessions are`;
}

/** Quoted words in the middle of a sentence: without a full stop of their own. */
export function inSentence(quoted: string): string {
  return quoted.replace(/\.”$/, '”');
}
