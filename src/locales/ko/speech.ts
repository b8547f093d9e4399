/** What clients and servers say to each other, in Korean. */
import type { RequestIntent, ResponseMeaning, SessionFacts } from '../../sequence/step-facts.ts';
import type { Conversation } from '../../simulation/applications/shop.ts';
import { withParticle } from './particles.ts';
import { problemLabel } from './problems.ts';
import { ANY_COUNTER, counted, payments, personOf, products, won } from './words.ts';

export function said(what: RequestIntent): string {
  switch (what.kind) {
    case 'shop':
      return saidInShop(what.said);
    case 'visit':
      return '그냥 둘러볼게요.';
    case 'log-in':
      return `${withParticle(personOf(what.userId), '으로/로')} 로그인할게요.`;
    case 'me':
      return '제가 누구죠?';
    case 'admin':
      return '관리자 화면을 보여 주세요.';
    case 'refresh':
      return '새 토큰을 주세요.';
    case 'log-out':
      return '로그아웃할게요.';
    case 'pay':
      return `${won(what.amountWon)} 결제할게요.`;
    case 'other':
      return '뜻을 알 수 없는 요청';
    default:
      throw new Error(`Unknown request ${what satisfies never}`);
  }
}

function saidInShop({ product, quantity, payment }: Conversation): string {
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

export function answered(reply: ResponseMeaning): string {
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
    case 'welcomed':
      return reply.name === null ? '어서 오세요!' : `${personOf(reply.name)} 님, 어서 오세요!`;
    case 'logged-in':
      return `${personOf(reply.name)} 님, 로그인됐어요.`;
    case 'recognized':
      return `${personOf(reply.name)} 님이에요.`;
    case 'admitted':
      return `${personOf(reply.name)} 님, 들어오세요.`;
    case 'logged-out':
      return '로그아웃됐어요.';
    case 'refreshed':
      return '여기 새 토큰이에요.';
    case 'charged':
      return reply.isFirst
        ? `${won(reply.amountWon)} 결제됐어요. 결제 ${reply.chargeNumber}번이에요.`
        : `이미 결제됐어요. 결제 ${reply.chargeNumber}번이에요.`;
    case 'problem':
      return problemLabel(reply.status, reply.code);
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

export function factsIn({ product, quantity, payment }: Conversation): string[] {
  const counter = product === undefined ? ANY_COUNTER : products[product].counter;
  return [
    ...(product === undefined ? [] : [products[product].name]),
    ...(quantity === undefined ? [] : [counted(quantity, counter)]),
    ...(payment === undefined ? [] : [`${payments[payment]} 결제 완료`]),
  ];
}

/** What is known of a user, as running text. */
export function memoryIn({ userName, conversation }: SessionFacts): string {
  const all = [...(userName === null ? [] : [`${personOf(userName)} 님`]), ...factsIn(conversation)];
  return all.length === 0 ? '둘러보는 손님' : all.join(' ');
}
