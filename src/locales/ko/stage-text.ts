/** What is loaded first of the interface in Korean. */

import type { StageText } from '../../features/view-text.ts';
import type { BalancingPolicy } from '../../simulation/actors/balancing.ts';
import type { Mode } from '../../simulation/strategies/strategy-traits.ts';
import type { VariantId } from '../../simulation/variants.ts';

const number = new Intl.NumberFormat('ko');

const modes: Record<Mode, string> = { stateful: '상태 유지', stateless: '무상태' };
const variants: Record<VariantId, string> = {
  'server-memory': '서버 메모리',
  sticky: '스티키 세션',
  replicated: '세션 복제',
  'shared-store': '공유 저장소',
  'client-state': '클라이언트 보관',
  'signed-token': '서명된 토큰',
  'sealed-cookie': '암호화 쿠키',
  tcp: 'TCP',
  udp: 'UDP',
};
const balancingPolicies: Record<BalancingPolicy, string> = {
  first: '첫 정상 서버',
  'round-robin': '라운드 로빈',
  'least-connections': '최소 연결',
  cookie: '쿠키 기준',
  'source-address': 'IP 기준',
};
const fractions: Partial<Record<number, string>> = { 0.25: '¼', 0.5: '½' };

export const stageText: StageText = {
  language: 'ko',
  lesson: '수업',

  state: '상태',
  modes,
  whereStateLives: '상태를 두는 곳',
  variants,
  balancing: '부하 분산 방식',
  balancingPolicies,

  fullDetail: '전부 보기',

  compare: '나란히 비교',
  firstDifference: '≠ 여기서 처음으로 결과가 달라져요.',
  diagram: '다이어그램',
  memoryOf: (name) => `${name}의 메모리`,
  crash: (name) => `${name} 장애 내기`,
  restart: (name) => `${name} 재시작`,
  operate: '조작',
  operateNode: (name) => `${name} 조작`,
  addServer: '서버 추가',
  lost: '사라짐',
  bytes: (count) => `${number.format(count)} B`,

  playback: '재생 제어',
  firstStep: '첫 단계',
  previousStep: '이전 단계',
  play: '재생',
  pause: '일시 정지',
  nextStep: '다음 단계',
  lastStep: '마지막 단계',
  step: '단계',
  speed: '속도',
  speedValue: (speed) => `${fractions[speed] ?? speed}×`,
  startOver: '처음부터 다시',
  moreControls: '다른 조작 보기',
  showFuture: '다음 단계 미리 보기',
  captions: { otherBranch: '갈래', removeBranch: '삭제', showFuture: '미리 보기', startOver: '처음부터' },
  cutOff: '시뮬레이션이 너무 길어서 여기서 잘랐어요. 클라이언트나 대본을 줄이면 끝까지 볼 수 있어요.',
  atTheEnd: '마지막 단계예요.',
  endOfDiagram: '끝이에요.',
  whatNext: '다음에 할 것',
  stepOf: (step, steps) => `${steps}단계 중 ${step}단계`,
  stepSentence: (step, sentence) => `${step}단계: ${sentence}`,

  steps: '단계 목록',
  earlierSteps: (count) => `이전 ${number.format(count)}단계 보기`,
  details: '자세히',
  view: '보기',
  cause: '원인',
  inspectStep: (step) => `${step}단계 살펴보기`,
  trends: '지표 추이',
  help: '도움말',
  present: '발표',
  loadHelpText: async () => (await import('./help-text.ts')).helpText,
  close: '닫기',
  predict: '예측',
  loadPredictText: async () => (await import('./predict-text.ts')).predictText,
  fixSides: { before: '고치기 전', after: '고친 뒤' },
  build: '만들기',
  dismiss: '닫기',
  whyReload: {
    'newer-version': 'Statescope의 새 버전이 있어요. 새로 고쳐도 지금 시뮬레이션은 그대로 남아요.',
    'failure-kept':
      '페이지의 일부를 불러오지 못했어요. 새로 고치면 불러올 수 있고, 지금 시뮬레이션은 그대로 남아요.',
  },
  reload: '새로 고침',
  panelBroken: (panel) => `“${panel}”에 문제가 생겼어요. 나머지는 그대로 쓸 수 있어요.`,
  tryAgain: '다시 시도',
};
