/** What an operator can do, in Korean. */

import type { OperateText } from '../../features/operations/operate-text.ts';
import { withParticle } from './particles.ts';
import { number } from './words.ts';

export const operateText: OperateText = {
  cluster: '클러스터',
  nothing: '여기서 할 수 있는 것이 없어요.',
  commands: {
    crash: ({ node }) => `${node} 멈추기`,
    restart: ({ node }) => `${node} 다시 켜기`,
    add: '서버 추가',
    drain: ({ node }) => `${node} 빼기`,
    cut: ({ node }) => `${withParticle(node, '와/과')}의 연결 끊기`,
    heal: ({ node }) => `${withParticle(node, '와/과')}의 연결 되살리기`,
    partition: '모든 연결 끊기',
    'heal-all': '모든 연결 되살리기',
    drop: '다음 메시지 잃어버리기',
    'drop-between': ({ from, to }) => `다음 메시지 잃어버리기: ${from} → ${to}`,
    'stay-away': ({ seconds }) => `만료되게 하기: ${number.format(seconds)}초 자리 비우기`,
    'rotate-key': '서명 키 바꾸고 옛 키는 버리기',
    'rotate-key-keeping-old': '서명 키 바꾸고 옛 키도 받기',
    'remove-keys': '키 빼앗기',
    flush: '비우기',
    order: ({ order }) => order,
  },
};
