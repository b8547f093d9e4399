/** The diagram in Korean. */
import { susa } from 'es-hangul';
import type {
  ForwardFacts,
  NodeRef,
  OperatorFacts,
  Phrase,
  Phrasebook,
  ReplyFacts,
  RequestFacts,
  ShelfRemark,
  StepFacts,
} from '../../diagram/phrasebook.ts';
import type { Conversation, PaymentMethod, ProductId } from '../../simulation/application/shop.ts';
import type { ReadResponse } from '../../simulation/application/shop-http.ts';
import type { MemoryItem } from '../../simulation/memory.ts';
import { phrase, plain, shortId, toned } from '../phrases.ts';
import { withParticle } from './particles.ts';

/** Each product with the word that counts it. */
const products: Record<ProductId, { name: string; counter: string }> = {
  laptop: { name: '노트북', counter: '대' },
  americano: { name: '아메리카노', counter: '잔' },
};
/** Counts things of which the server does not know what they are. */
const ANY_COUNTER = '개';
const payments: Record<PaymentMethod, string> = { card: '카드', cash: '현금' };

const number = new Intl.NumberFormat('ko');

export const phrasebook: Phrasebook = {
  language: 'ko',
  name: nameOf,
  label,
  detail,
  caption,
  sentence,
  chips,
  rememberedNote: (conversation) => `${factsIn(conversation).join(' ')} · 기억함`,
  unknownSessionNote: (sessionId) => `sid=${shortId(sessionId)}… 모름`,
  orderSavedNote: () => '주문을 DB에 저장',
  remark,
};

function nameOf({ role, ordinal }: NodeRef): string {
  switch (role) {
    case 'client':
      return '클라이언트';
    case 'load-balancer':
      return '로드 밸런서';
    case 'database':
      return '데이터베이스';
    case 'server':
      return `서버 ${ordinal}`;
    default:
      throw new Error(`Unknown role ${role satisfies never}`);
  }
}

/** 두 대, 세 잔. */
function counted(quantity: number, counter: string): string {
  return `${susa(quantity, true)} ${counter}`;
}

function won(amount: number): string {
  return `${number.format(amount)}원`;
}

function said({ product, quantity, payment }: Conversation): string {
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

function answered(reply: ReadResponse): string {
  switch (reply.kind) {
    case 'price':
      return `${counted(1, products[reply.product].counter)}에 ${won(reply.unitPriceWon)}이에요.`;
    case 'total':
      return `${won(reply.totalWon)}이에요. 카드예요, 현금이에요?`;
    case 'paid':
      return `${won(reply.order.totalWon)} 결제됐어요. 고맙습니다!`;
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
  404: '찾을 수 없음',
  409: '충돌',
  502: '게이트웨이 오류: 응답이 사라졌어요',
  503: '서비스를 쓸 수 없음',
};

function label(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return said(facts.said);
    case 'forward':
      return `→ ${nameOf(facts.to)}${facts.fate === 'delivered' ? '' : ': 응답 없음'}`;
    case 'reply':
      return answered(facts.reply);
    case 'crash':
      return `${nameOf(facts.node)} 장애`;
    case 'restart':
      return `${nameOf(facts.node)} 재시작`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function detail({ kind, node, result, sessionsLost, mode }: OperatorFacts): string {
  switch (result) {
    case 'already-down':
      return '이미 꺼져 있어요. 달라지는 것이 없어요';
    case 'already-up':
      return '이미 켜져 있어요. 달라지는 것이 없어요';
    case 'no-such-node':
      return `${withParticle(nameOf(node), '은/는')} 없어요. 달라지는 것이 없어요`;
    case 'done':
      if (kind === 'restart')
        return mode === 'stateful' ? '돌아왔지만 아무것도 기억하지 못해요' : '다시 돌아왔어요';
      if (sessionsLost > 0) return `세션 ${number.format(sessionsLost)}개가 메모리와 함께 사라졌어요`;
      return mode === 'stateful' ? '메모리에 세션이 없었어요' : '잃을 것이 없었어요';
    default:
      throw new Error(`Unknown result ${result satisfies never}`);
  }
}

function caption(facts: StepFacts): Phrase {
  switch (facts.kind) {
    case 'request':
      return captionOfRequest(facts);
    case 'forward':
      return captionOfForward(facts);
    case 'reply':
      return captionOfReply(facts);
    case 'crash':
    case 'restart':
      return captionOfOperator(facts);
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function captionOfRequest(facts: RequestFacts): Phrase {
  const words = toned('request', `“${said(facts.said)}”`);
  if (!facts.continues) return phrase('손님이 물어요.', words);
  return facts.mode === 'stateful'
    ? phrase('손님은 새로운 말만 해요.', words)
    : phrase('손님은 매번 처음부터 다 말해요.', words);
}

function captionOfForward(facts: ForwardFacts): Phrase {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') {
    return [
      toned('failure', `${withParticle(server, '이/가')} 응답하지 않아요.`),
      plain(' 요청은 전해지지 않았어요.'),
    ];
  }
  const subject = withParticle(server, '은/는');
  if (facts.unknownSession !== null) {
    return phrase(
      `${withParticle(server, '이/가')} 이 손님의 세션을 찾아요.`,
      toned('failure', '그런데 없어요.'),
    );
  }
  if (facts.mode === 'stateless') {
    return facts.orderSaved
      ? phrase(`${subject} 주문을 데이터베이스에 저장하고, 스스로는 아무것도 기억하지 않아요.`)
      : phrase(`요청에 모든 것이 들어 있어요. ${subject} 아무것도 기억하지 않아요.`);
  }
  if (facts.remembered === null) return phrase(`요청이 ${server}에 도착해요.`);
  if (facts.orderSaved) return phrase(`${subject} 주문을 데이터베이스에 저장해요.`);
  return phrase(
    `${withParticle(server, '이/가')} 기억해요.`,
    toned('memory', factsIn(facts.remembered).join(' ')),
  );
}

function captionOfReply(facts: ReplyFacts): Phrase {
  const words = `“${answered(facts.reply)}”`;
  const server = nameOf(facts.from);
  const subject = withParticle(server, '은/는');
  switch (facts.reply.kind) {
    case 'incomplete': {
      const asks = toned('failure', words);
      if (!facts.unknownSession) return phrase(`${subject} 들은 것만으로는 답할 수 없어요.`, asks);
      return facts.newClerk
        ? phrase(`${subject} 이 손님을 처음 봐요.`, asks)
        : phrase(`${subject} 이 손님을 몰라요.`, asks);
    }
    case 'problem':
      return phrase(problemCaption(facts), toned('failure', String(facts.reply.status)));
    default: {
      const answer = toned('reply', words);
      return facts.mode === 'stateless' && facts.newClerk
        ? phrase(`${subject} 이 손님을 처음 보지만 문제없어요.`, answer)
        : phrase(`${withParticle(server, '이/가')} 답해요.`, answer);
    }
  }
}

function problemCaption({ from, status }: ReplyFacts): string {
  if (status === 502) return '서버가 답하기 전에 멈췄어요. 어디까지 했는지는 아무도 몰라요.';
  if (status === 503 && from.role === 'load-balancer') return '답할 서버가 하나도 없어요.';
  return `${withParticle(nameOf(from), '은/는')} 이 요청에 답할 수 없어요.`;
}

function captionOfOperator(facts: OperatorFacts): Phrase {
  const subject = withParticle(nameOf(facts.node), '이/가');
  if (facts.result !== 'done') return phrase(`${detail(facts)}.`);
  if (facts.kind === 'restart') return phrase(`${subject} ${detail(facts)}.`);
  const loss = toned(facts.sessionsLost > 0 ? 'failure' : 'plain', `${detail(facts)}.`);
  return phrase(`${subject} 멈췄어요.`, loss);
}

function sentence(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return `${withParticle(nameOf(facts.from), '이/가')} ${nameOf(facts.to)}에 말해요: ${said(facts.said)}`;
    case 'forward': {
      const passes = `${withParticle(nameOf(facts.from), '이/가')} ${nameOf(facts.to)}에 전해요.`;
      return `${passes} ${consequence(facts)}`.trim();
    }
    case 'reply': {
      const missing = facts.unknownSession ? ` ${nameOf(facts.from)}에는 그런 세션이 없어요.` : '';
      const words = facts.reply.kind === 'problem' ? problemCaption(facts) : answered(facts.reply);
      const speaker = withParticle(nameOf(facts.from), '이/가');
      return `${speaker} ${nameOf(facts.to)}에 답해요: ${facts.status}. ${words}${missing}`;
    }
    case 'crash':
    case 'restart':
      return `${label(facts)}. ${detail(facts)}.`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function consequence(facts: ForwardFacts): string {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') return `${withParticle(server, '이/가')} 응답하지 않아요.`;
  const parts: string[] = [];
  if (facts.unknownSession !== null) parts.push(`${server}에 세션 ${shortId(facts.unknownSession)} 없음.`);
  if (facts.remembered !== null) {
    parts.push(`${withParticle(server, '이/가')} 기억해요: ${factsIn(facts.remembered).join(' ')}.`);
  }
  if (facts.orderSaved) parts.push('주문이 데이터베이스에 저장돼요.');
  if (facts.mode === 'stateless') parts.push(`${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`);
  return parts.join(' ');
}

function factsIn({ product, quantity, payment }: Conversation): string[] {
  const counter = product === undefined ? ANY_COUNTER : products[product].counter;
  return [
    ...(product === undefined ? [] : [products[product].name]),
    ...(quantity === undefined ? [] : [counted(quantity, counter)]),
    ...(payment === undefined ? [] : [`${payments[payment]} 결제 완료`]),
  ];
}

function chips(item: MemoryItem): readonly string[] {
  switch (item.kind) {
    case 'session':
    case 'conversation':
      return factsIn(item.conversation);
    case 'cookie':
      return [`쿠키 ${item.name}=${shortId(item.value)}`];
    case 'server-down':
      return [`${nameOf({ role: 'server', ordinal: Number(item.server.split('-')[1]) })} 응답 없음`];
    case 'order':
      return [`주문 ${item.orderNumber}`];
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}

function remark(each: ShelfRemark): string {
  switch (each.kind) {
    case 'policy':
      return each.policy === 'first' ? '첫 정상 서버로' : '차례대로';
    case 'empty':
      return '비어 있음';
    case 'memory-lost':
      return '메모리 잃음';
    case 'down':
      return '꺼짐';
    case 'unknown-session':
      return '이 세션 없음';
    case 'needs-no-memory':
      return '기억할 것 없음';
    default:
      throw new Error(`Unknown remark ${each satisfies never}`);
  }
}
