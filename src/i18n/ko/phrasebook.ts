/** The diagram in Korean. */

import type { Phrasebook, ShelfRemark } from '../../diagram/phrasebook.ts';
import { AFFINITY_COOKIE, type BalancingPolicy } from '../../simulation/actors/balancing.ts';
import { roleOf } from '../../simulation/cluster.ts';
import { type MemoryItem, sessionIn } from '../../simulation/memory.ts';
import type { Session } from '../../simulation/session.ts';
import { shortId } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { caption } from './captions.ts';
import { drawing } from './drawings.ts';
import { sentence } from './sentences.ts';
import { factsIn } from './speech.ts';
import { nameOf } from './words.ts';

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
  drawing,
};

function chips(item: MemoryItem): readonly string[] {
  switch (item.kind) {
    case 'session':
      return sessionChips(item.session);
    case 'ended-session':
      return [`세션 ${shortId(item.ended.id)} 끝남`];
    case 'store-entry': {
      const session = sessionIn(item);
      return session === null ? [item.entry.key] : sessionChips(session);
    }
    case 'store-role':
      return [item.role === 'primary' ? '주 저장소' : '복제본'];
    case 'conversation':
      return factsIn(item.conversation);
    case 'credentials':
      return [`${item.userId} · 비밀번호 들고 다님`];
    case 'access-token':
      return ['서명된 토큰'];
    case 'refresh-token':
      return ['갱신 토큰'];
    case 'key-ring':
      return item.ring.verification.map(({ kid }) => `키 ${kid}`);
    case 'account':
      return [`계정 ${item.identity.name}`];
    case 'charge':
      return [`결제 ${item.chargeNumber}`];
    case 'server-draining':
      return [`${nameOf(roleOf(item.server))} 빠지는 중`];
    case 'cookie':
      return item.name === AFFINITY_COOKIE
        ? [`쿠키: ${nameOf(roleOf(item.value))}`]
        : [`쿠키 ${item.name}=${shortId(item.value)}`];
    case 'server-down':
      return [`${nameOf(roleOf(item.server))} 응답 없음`];
    case 'order':
      return [`주문 ${item.orderNumber}`];
    case 'tcp-connection': {
      const { state, sndNxt, rcvNxt } = item.connection;
      return [`TCP ${state} · 보낼 번호 ${sndNxt}, 기다리는 번호 ${rcvNxt}`];
    }
    case 'tcp-listener':
      return [`포트 ${item.port}에서 기다림`];
    case 'tcp-stream':
      return [`들은 말 “${item.text.trim()}”`];
    case 'udp-request':
      return [`요청 ${item.number}, ${item.attempts}번째 시도`];
    case 'udp-request-counter':
      return [`마지막 요청 번호 ${item.latest}`];
    case 'udp-latest':
      return [`요청 ${item.number} ${item.reply === null ? '처리 중' : '답함'}`];
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}

function sessionChips({ data }: Session): readonly string[] {
  return factsIn(data.conversation ?? {});
}

const policies: Record<BalancingPolicy, string> = {
  first: '첫 정상 서버로',
  'round-robin': '차례대로',
  'least-connections': '덜 바쁜 서버로',
  cookie: '쿠키에 적힌 서버로',
  'source-address': '주소가 속한 서버로',
};

function remark(each: ShelfRemark): string {
  switch (each.kind) {
    case 'policy':
      return policies[each.policy];
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
