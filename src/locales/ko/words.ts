/** Names, counts and amounts in Korean. */

import { susa } from 'es-hangul';
import type { PaymentMethod, ProductId } from '../../simulation/applications/shop.ts';

/** Each product with the word that counts it. */
export const products: Record<ProductId, { name: string; counter: string }> = {
  laptop: { name: '노트북', counter: '대' },
  americano: { name: '아메리카노', counter: '잔' },
};
/** Counts things of which the server does not know what they are. */
export const ANY_COUNTER = '개';
export const payments: Record<PaymentMethod, string> = { card: '카드', cash: '현금' };

export const number = new Intl.NumberFormat('ko');

/** The people who have accounts, by name or by user ID; whoever else there is keeps their name. */
export function personOf(name: string): string {
  return people[name.toLowerCase()] ?? name;
}

const people: Readonly<Record<string, string>> = { mina: '미나', jun: '준', root: '루트' };

/** Virtual time since the run began: 1:05. */
export function clock(timeUs: number): string {
  const seconds = Math.floor(timeUs / 1_000_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** 두 대, 세 잔. */
export function counted(quantity: number, counter: string): string {
  return `${susa(quantity, true)} ${counter}`;
}

export function won(amount: number): string {
  return `${number.format(amount)}원`;
}
