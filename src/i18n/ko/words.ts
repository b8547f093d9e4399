/** Names, counts and amounts in Korean. */

import { susa } from 'es-hangul';
import type { NodeRef } from '../../diagram/phrasebook.ts';
import type { PaymentMethod, ProductId } from '../../simulation/application/shop.ts';

/** Each product with the word that counts it. */
export const products: Record<ProductId, { name: string; counter: string }> = {
  laptop: { name: '노트북', counter: '대' },
  americano: { name: '아메리카노', counter: '잔' },
};
/** Counts things of which the server does not know what they are. */
export const ANY_COUNTER = '개';
export const payments: Record<PaymentMethod, string> = { card: '카드', cash: '현금' };

export const number = new Intl.NumberFormat('ko');

export function nameOf({ role, ordinal }: NodeRef): string {
  switch (role) {
    case 'client':
      return '클라이언트';
    case 'load-balancer':
      return '로드 밸런서';
    case 'database':
      return '데이터베이스';
    case 'session-store':
      return '세션 저장소';
    case 'session-store-replica':
      return '세션 저장소 복제본';
    case 'server':
      return `서버 ${ordinal}`;
    default:
      throw new Error(`Unknown role ${role satisfies never}`);
  }
}

/** 두 대, 세 잔. */
export function counted(quantity: number, counter: string): string {
  return `${susa(quantity, true)} ${counter}`;
}

export function won(amount: number): string {
  return `${number.format(amount)}원`;
}
