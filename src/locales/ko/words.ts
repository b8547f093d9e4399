/** Names, counts and amounts in Korean. */

import { susa } from 'es-hangul';
import type { PaymentMethod, ProductId } from '../../simulation/applications/shop.ts';

/** Each product with its counter word. */
export const products: Record<ProductId, { name: string; counter: string }> = {
  laptop: { name: '노트북', counter: '대' },
  americano: { name: '아메리카노', counter: '잔' },
};
/** The counter for things that the server knows nothing about. */
export const ANY_COUNTER = '개';
export const payments: Record<PaymentMethod, string> = { card: '카드', cash: '현금' };

export const number = new Intl.NumberFormat('ko');

/** Account holders, by name or by user ID. Other people keep their name. */
export function personOf(name: string): string {
  return people[name.toLowerCase()] ?? name;
}

const people: Readonly<Record<string, string>> = { mina: '미나', jun: '준', root: '루트' };

/** Virtual time since the start of the run: 1:05. */
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
