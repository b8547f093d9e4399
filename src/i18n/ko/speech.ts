/** What the customer and the servers say to each other, in Korean. */
import type { Conversation } from '../../simulation/application/shop.ts';
import type { ReadResponse } from '../../simulation/application/shop-http.ts';
import { ANY_COUNTER, counted, payments, products, won } from './words.ts';

export function said({ product, quantity, payment }: Conversation): string {
  const goods = product === undefined ? undefined : products[product];
  if (goods !== undefined && quantity === undefined && payment === undefined) {
    return `${goods.name} ${counted(1, goods.counter)}에 얼마죠?`;
  }
  const amount = quantity === undefined ? undefined : counted(quantity, goods?.counter ?? ANY_COUNTER);
  const wanted = [goods?.name, amount].filter((part) => part !== undefined).join(' ');
  if (payment === undefined) return wanted === '' ? '저기요?' : `${wanted} 주세요.`;
  const pays = `${payments[payment]}로 낼게요.`.replace('현금로', '현금으로');
  return wanted === '' ? pays : `${wanted}, ${pays}`;
}

export function answered(reply: ReadResponse): string {
  switch (reply.kind) {
    case 'price':
      return `${counted(1, products[reply.product].counter)}에 ${won(reply.unitPriceWon)}이에요.`;
    case 'total':
      return `${won(reply.totalWon)}이에요. 카드예요, 현금이에요?`;
    case 'paid':
      return `${won(reply.order.totalWon)} 결제됐어요. 고마워요!`;
    case 'incomplete': {
      const { quantity } = reply.heard;
      if (!reply.ask.includes('product')) return '몇 개요?';
      if (reply.ask.includes('quantity')) return '무엇을 몇 개요?';
      return quantity === undefined ? '어떤 상품이요?' : `어떤 상품을 ${counted(quantity, ANY_COUNTER)}요?`;
    }
    case 'problem':
      return `${reply.status} ${problems[reply.status]}`;
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

const problems: Record<Extract<ReadResponse, { kind: 'problem' }>['status'], string> = {
  200: '뜻을 알 수 없는 응답',
  400: '잘못된 요청',
  401: '로그인이 필요해요',
  403: '허락되지 않아요',
  404: '찾을 수 없음',
  409: '충돌',
  502: '게이트웨이 오류: 응답이 사라졌어요',
  503: '서비스를 쓸 수 없음',
  504: '게이트웨이 시간 초과',
};

export function factsIn({ product, quantity, payment }: Conversation): string[] {
  const counter = product === undefined ? ANY_COUNTER : products[product].counter;
  return [
    ...(product === undefined ? [] : [products[product].name]),
    ...(quantity === undefined ? [] : [counted(quantity, counter)]),
    ...(payment === undefined ? [] : [`${payments[payment]} 결제 완료`]),
  ];
}
