/** Names of nodes, and words that every area uses, in Korean. */
import type { NodeWords } from '../../../sequence/messages/message.ts';
import { ended } from '../../phrases.ts';
import { withParticle } from '../particles.ts';
import { number } from '../words.ts';

export const nodes: NodeWords = {
  client: '클라이언트',
  'client.numbered': ({ ordinal }) => `클라이언트 ${ordinal}`,
  'load-balancer': '로드 밸런서',
  database: '데이터베이스',
  'session-store': '세션 저장소',
  'session-store-replica': '세션 저장소 복제본',
  server: ({ ordinal }) => `서버 ${ordinal}`,
  customer: '손님',
  nodes: ({ names }) => names.join(', '),
  pair: ({ one, other }) => `${withParticle(one, '와/과')} ${other}`,
  'idle-servers': ({ count }) => `유휴 서버 ${number.format(count)}대`,

  verbatim: ({ text }) => text,
  quoted: ({ words }) => `“${words}”`,
  ended: ({ words }) => ended(words),
  words: ({ parts }) => parts.join(' '),
};
