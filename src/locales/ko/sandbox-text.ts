/** Building a scenario, in Korean. */
import type { SandboxText } from '../../features/sandbox/sandbox-text.ts';
import type { Unit } from '../../features/sandbox/units.ts';
import { phrasebook } from './phrasebook.ts';
import { number } from './words.ts';

const units: Record<Unit, string> = {
  one: '',
  seconds: '초',
  milliseconds: 'ms',
  percent: '%',
  won: '원',
};

const precise = new Intl.NumberFormat('ko', { maximumFractionDigits: 6 });

const lineKinds: SandboxText['lineKinds'] = {
  shop: '가게에 주문하기',
  visit: '로그인 없이 방문',
  'log-in': '로그인',
  me: '내 정보 요청',
  admin: '관리자 페이지 요청',
  'log-out': '로그아웃',
  refresh: '새 토큰 받기',
  pay: '결제',
  'hand-over': '세션 ID(토큰) 넘기기',
  open: '연결 열기',
  send: '보내기',
  request: '보내고 답 기다리기',
  close: '연결 닫기',
};

export const sandboxText: SandboxText = {
  application: '애플리케이션',
  applicationNames: { shop: '가게', account: '로그인', payment: '결제', tcp: 'TCP', udp: 'UDP' },
  ownScript: '직접 쓴 대본',
  strategy: '방식',
  balancing: '부하 분산 방식',
  servers: '서버',
  clients: '클라이언트',
  network: '네트워크',
  latencyMin: '최소 지연',
  latencyMax: '최대 지연',
  loss: '유실률',
  duplication: '중복률',
  think: '요청 사이 간격',
  seed: '시드',
  serverRemembers: '서버가 처리한 요청을 기억',

  group: (ordinal) => (ordinal === 1 ? '첫 클라이언트' : `클라이언트 묶음 ${ordinal}`),
  count: '클라이언트 수',
  arrivesAt: '도착 시각',
  retries: '자동 재시도 횟수',
  logsInAgain: '401을 받으면 다시 로그인',
  sharesAddress: '같은 공유기 사용(NAT)',
  addGroup: '클라이언트 추가',
  removeGroup: (ordinal) => `클라이언트 묶음 ${ordinal} 삭제`,

  script: '대본',
  line: (ordinal) => `${ordinal}번째 줄`,
  lineKinds,
  addLine: '줄 추가',
  moveUp: (ordinal) => `${ordinal}번째 줄 위로`,
  moveDown: (ordinal) => `${ordinal}번째 줄 아래로`,
  removeLine: (ordinal) => `${ordinal}번째 줄 삭제`,
  product: '상품',
  productNames: { laptop: '노트북', americano: '아메리카노' },
  quantity: '수량(0이면 생략)',
  payment: '결제 수단',
  paymentNames: { card: '카드', cash: '현금' },
  unsaid: '(생략)',
  user: '사용자',
  userNames: { mina: '미나', jun: '준', root: '루트(관리자)' },
  amount: '금액',
  withKey: '멱등성 키 포함',
  receiver: '받는 클라이언트',
  clientName: (ordinal) => phrasebook.name({ role: 'client', ordinal }),
  words: '보낼 내용',
  asText: '텍스트로 쓰기',
  asTextHint: '한 줄에 하나씩 써요. 예: “shop laptop”, “log-in mina”, “pay 50000 with-key”, “send hello”',
  useText: '이 텍스트로 바꾸기',
  notUnderstood: (line, text) => `${line}번째 줄은 해석할 수 없어서 뺐어요: “${text}”`,

  idle: '세션 유휴 타임아웃',
  absolute: '세션 절대 타임아웃',
  renewsId: '로그인할 때 세션 ID 재발급',
  replicationDelay: '복제 지연',
  lifetime: '토큰 유효 기간',
  denyList: '토큰 차단 목록',
  hasRefresh: '리프레시 토큰',
  refreshLifetime: '리프레시 토큰 유효 기간',
  isPersistent: '저장소가 디스크에 저장',
  hasLimit: '저장소 용량 제한',
  entriesMax: '최대 항목 수',
  hasReplica: '저장소에 복제본 두기',
  copyDelay: '복제본까지의 복제 지연',

  units,
  limits: {
    'whole-number': ({ min, max }) =>
      `${precise.format(min)}부터 ${precise.format(max)}까지의 정수를 쓸 수 있어요.`,
    number: ({ min, max, unit }) =>
      `${precise.format(min)}부터 ${precise.format(max)}${units[unit]}까지 쓸 수 있어요.`,
    text: ({ lengthMax }) => `${number.format(lengthMax)}자까지 쓸 수 있어요.`,
    'list-of-some': ({ max }) => `한 줄은 있어야 하고, ${number.format(max)}줄까지 쓸 수 있어요.`,
    list: ({ max }) => `${number.format(max)}줄까지 쓸 수 있어요.`,
    'sum-of-clients': ({ max }) => `한 페이지에 너무 많아요. 모두 합쳐 ${number.format(max)}까지예요.`,
    sum: ({ max }) => `모두 합쳐 ${number.format(max)}까지 쓸 수 있어요.`,
    'known-client': ({ clients }) => `클라이언트는 ${number.format(clients)}명이에요.`,
    other: '이 설정으로는 시뮬레이션할 수 없어요.',
  },

  saved: '이 브라우저에 저장',
  name: '이름',
  save: '저장',
  savedNow: '저장했어요.',
  nothingSaved: '아직 저장한 것이 없어요.',
  open: (name) => (name === '' ? '열기' : `${name} 열기`),
  rename: (name) => (name === '' ? '이름 바꾸기' : `${name} 이름 바꾸기`),
  remove: (name) => (name === '' ? '삭제' : `${name} 삭제`),
  replace: (name) => `‘${name}’ 덮어쓰기`,
  bringBack: (name) => `‘${name}’ 되돌리기`,
  newName: '새 이름',
  cancel: '취소',
  savingProblems: {
    forbidden: '이 브라우저가 저장을 막았어요. 대신 ‘공유’의 링크에 모두 담을 수 있어요.',
    full: '저장 공간이 부족해요. 하나를 삭제하거나 ‘공유’의 링크를 보관하세요.',
    'name-taken': '같은 이름이 이미 있어요.',
  },
  brokenEntries: {
    'later-version': '더 새로운 버전의 Statescope에서 저장했어요. 그대로 둘게요.',
    'bad-run': '이 항목은 읽을 수 없어요. 그대로 둘게요.',
  },
};
