/** The diagram in Korean. */
import type { MemoryRemark, NoteFacts, Phrasebook } from '../../sequence/phrasebook.ts';
import type { BalancingPolicy } from '../../simulation/actors/balancing.ts';
import { shortId } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { caption } from './captions.ts';
import { chips } from './chips.ts';
import { imported } from './imported.ts';
import { sentence } from './sentences.ts';
import { memoryIn } from './speech.ts';
import { why } from './why.ts';
import { nameOf, number } from './words.ts';

export const phrasebook: Phrasebook = {
  language: 'ko',
  name: nameOf,
  idleServers: (count) => `쉬는 서버 ${number.format(count)}대`,
  label,
  detail,
  caption,
  sentence,
  chips,
  cutOffChip: (far) => `${nameOf(far)} 연결 끊김`,
  moreChips: (count) => `외 ${number.format(count)}개`,
  note,
  remark,
  why,
  imported,
};

function note(facts: NoteFacts): string {
  switch (facts.kind) {
    case 'remembered':
      return `${memoryIn(facts.memory)} · ${facts.memory.isKnown ? '알고 있음' : '기억함'}`;
    case 'forgotten':
      return '세션 끝남';
    case 'unknown-session':
      return `sid=${shortId(facts.sessionId)}… 모름`;
    case 'order-saved':
      return '주문을 DB에 저장';
    case 'charged':
      return '결제를 DB에 저장';
    default:
      throw new Error(`Unknown note ${facts satisfies never}`);
  }
}

const policies: Record<BalancingPolicy, string> = {
  first: '첫 정상 서버로',
  'round-robin': '차례대로',
  'least-connections': '덜 바쁜 서버로',
  cookie: '쿠키에 적힌 서버로',
  'source-address': '주소가 속한 서버로',
};

function remark(each: MemoryRemark): string {
  switch (each.kind) {
    case 'policy':
      return policies[each.policy];
    case 'empty':
      return '비어 있음';
    case 'memory-lost':
      return '메모리 잃음';
    case 'down':
      return '꺼짐';
    case 'not-here-yet':
      return '아직 없음';
    case 'gone':
      return '떠남';
    case 'draining':
      return '새 요청 안 받음';
    case 'unknown-session':
      return '이 세션 없음';
    case 'needs-no-memory':
      return '기억할 것 없음';
    default:
      throw new Error(`Unknown remark ${each satisfies never}`);
  }
}
