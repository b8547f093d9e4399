/** What an operator can do, in Korean. */

import type { OperateText } from '../../features/operations/operate-text.ts';
import { withParticle } from './particles.ts';
import { number } from './words.ts';

export const operateText: OperateText = {
  cluster: '클러스터',
  nothing: '이 단계에서 할 수 있는 조작이 없어요.',
  findLoss: '문제 찾기…',
  makeChallenge: '이 시뮬레이션으로 과제 만들기…',
  commands: {
    crash: ({ node }) => `${node} 장애 내기`,
    'crash-machine': ({ node }) => `${node} 장애 내기: 머신 전원 끄기`,
    freeze: ({ node }) => `${node} 프로세스 일시 정지`,
    thaw: ({ node }) => `${node} 프로세스 재개`,
    restart: ({ node }) => `${node} 재시작`,
    deploy: ({ node, version }) => `버전 ${version} 배포: ${node} 재시작`,
    install: ({ version }) => `버전 ${version} 설치하기`,
    add: () => '서버 추가',
    drain: ({ node }) => `${node} 드레인: 새 요청을 받지 않아요`,
    cut: ({ node }) => `${withParticle(node, '와/과')}의 링크 끊기`,
    heal: ({ node }) => `${withParticle(node, '와/과')}의 링크 복구`,
    partition: '모든 링크 끊기',
    'heal-all': '모든 링크 복구',
    drop: '다음 메시지 유실시키기',
    'drop-between': ({ from, to }) => `다음 메시지 유실시키기: ${from} → ${to}`,
    'stay-away': ({ seconds }) => `만료시키기: ${number.format(seconds)}초 자리 비우기`,
    'rotate-key': '키 교체, 이전 키는 폐기',
    'rotate-key-keeping-old': '키 교체, 이전 키로도 확인',
    'remove-keys': '키 제거: 토큰과 쿠키를 확인할 수 없어요',
    flush: '세션 저장소 비우기: 세션이 모두 사라져요',
    order: ({ order }) => order,
  },
};
