/** Names, counts and amounts in Korean. */

import { susa } from 'es-hangul';
import type { NodeRef } from '../../sequence/phrasebook.ts';
import type { PaymentMethod, ProductId } from '../../simulation/applications/shop.ts';
import { withParticle } from './particles.ts';

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
      return ordinal === 1 ? '클라이언트' : `클라이언트 ${ordinal}`;
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

/** Several, as running text: 서버 1, 서버 2. */
export function namesOf(nodes: readonly NodeRef[]): string {
  return nodes.map(nameOf).join(', ');
}

export function pairOf([one, other]: readonly [NodeRef, NodeRef]): string {
  return `${withParticle(nameOf(one), '와/과')} ${nameOf(other)}`;
}

/** Who asks: the class knows the first client as the customer. */
export function askerOf(node: NodeRef): string {
  return node.ordinal === 1 ? '손님' : nameOf(node);
}

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
