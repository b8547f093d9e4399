/** Building a scenario, in Korean. */

import type { TimeUnit } from '../../features/sandbox/durations.ts';
import type { SandboxText } from '../../features/sandbox/sandbox-text.ts';
import type { Unit } from '../../features/sandbox/units.ts';
import { AT_ONCE_MAX } from '../../simulation/applications/line.ts';
import { withParticle } from './particles.ts';
import { phrasebook } from './phrasebook.ts';
import { choices, fields } from './sandbox-fields.ts';
import { number } from './words.ts';

const units: Record<Unit, string> = {
  one: '',
  seconds: '초',
  milliseconds: 'ms',
  percent: '%',
  budget: '%',
  won: '원',
};

const precise = new Intl.NumberFormat('ko', { maximumFractionDigits: 6 });

const timeUnits: Record<TimeUnit, string> = {
  microseconds: 'µs',
  milliseconds: 'ms',
  seconds: '초',
  minutes: '분',
  hours: '시간',
  days: '일',
};

function time(value: number, unit: TimeUnit): string {
  return `${value}${timeUnits[unit]}`;
}

const lineKinds: SandboxText['lineKinds'] = {
  shop: '가게에 주문하기',
  visit: '로그인 없이 방문',
  'log-in': '로그인',
  me: '내 정보 요청',
  admin: '관리자 페이지 요청',
  'log-out': '로그아웃',
  note: '세션에 메시지 남기기',
  refresh: '새 토큰 받기',
  'add-to-cart': '장바구니에 담기',
  cart: '장바구니 보기',
  'at-once': '여러 요청을 동시에',
  pay: '결제',
  'hand-over': '세션 ID, 토큰 또는 비밀번호 넘기기',
  wait: '기다리기',
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
  characters: '글자 수',
  waitTime: '기다리는 시간',
  amount: '금액',
  withKey: '멱등성 키 포함',
  receiver: '받는 클라이언트',
  clientName: (ordinal) => phrasebook.name({ role: 'client', ordinal }),
  words: '보낼 내용',
  asText: '텍스트로 쓰기',
  asTextHint:
    '한 줄에 하나씩 써요. “at once [ … ]”로 여러 요청을 동시에 보낼 수 있고, #으로 시작하는 줄은 주석이에요. 쓸 수 있는 줄의 예:',
  useText: '이 텍스트로 바꾸기',
  draft: {
    kept: '아직 적용하지 않은 텍스트예요. 이 탭에 남아 있어요.',
    discard: '지우기',
    other: (start) => `다른 시뮬레이션에서 쓰다가 적용하지 않은 텍스트가 있어요: “${start}”`,
    takeOther: '여기서 이어 쓰기',
  },
  scriptFaults: {
    unclosed: (line) => `${line}행: “at once [”을 “]”로 닫아 주세요.`,
    unopened: (line) => `${line}행: 이 “]” 앞에 “at once [”가 없어요.`,
    nested: (line) => `${line}행: “at once” 안에는 “at once”를 쓸 수 없어요.`,
    empty: (line) => `${line}행: “at once [ ]” 안에 한 줄은 있어야 해요.`,
    'too-many': (line) => `${line}행: 브라우저가 동시에 보낼 수 있는 요청은 ${AT_ONCE_MAX}개까지예요.`,
    'no-request': (line, text) => `${line}행: “at once”에는 요청을 보내는 줄만 쓸 수 있어요: “${text}”`,
  },
  linesAtOnce: '동시에 보낼 요청',
  meant: (suggestion) => `혹시 “${suggestion}”인가요?`,
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

  balancer: '로드 밸런서',
  profile: '동작 방식',
  profileNames: {
    ideal: '이상적',
    haproxy: 'HAProxy 기본값',
    'haproxy-redispatch': 'HAProxy, 재배정 사용',
    nginx: 'nginx 기본값',
  },
  ownProfile: '직접 정한 설정',
  rareFields: {
    sessions: '동시 쓰기',
    store: '저장소 장애와 사본',
    keys: '키와 시계',
    balancer: '세부 스위치',
    capacity: '처리 용량·시간, 버전, 시계',
    timeouts: '타임아웃',
    network: '클러스터 내부',
    clients: '반복, 도착, 재시도',
  },
  changed: (count) => `${number.format(count)}개 변경`,
  fields,
  choices,
  none: (name) => `${name}: 없음`,
  listHint: '1, 1, 2',
  wrongList: '“1, 1, 2”처럼 서버마다 숫자 하나를 쉼표로 나눠 써 주세요.',
  sameRun: (strategy, balancing) =>
    `‘${strategy}’ 방식에 ${withParticle(balancing, '을/를')} 고른 것과 결과가 같아요.`,
  receivesFrom: (handOvers) =>
    `이 묶음의 클라이언트가 받는 줄이 있어요: ${handOvers
      .map(({ group, line }) => `${group === 1 ? '첫 클라이언트' : `묶음 ${group}`}의 ${line}번째 줄`)
      .join(', ')}. 묶음을 삭제하면 받을 클라이언트가 없어요.`,
  removeWithLines: (ordinal) => `이 줄들과 클라이언트 묶음 ${ordinal} 함께 삭제`,
  time,

  units,
  limits: {
    'whole-number': ({ min, max }) =>
      `${precise.format(min)}부터 ${precise.format(max)}까지의 정수를 쓸 수 있어요.`,
    number: ({ min, max, unit }) =>
      `${precise.format(min)}부터 ${precise.format(max)}${units[unit]}까지 쓸 수 있어요.`,
    time: ({ min, max }) =>
      `${time(min.value, min.unit)}부터 ${time(max.value, max.unit)}까지 쓸 수 있어요. 예: 250ms, 90초, 2시간, 14일`,
    text: ({ lengthMax }) => `${number.format(lengthMax)}자까지 쓸 수 있어요.`,
    'list-of-some': ({ max }) => `한 줄은 있어야 하고, ${number.format(max)}줄까지 쓸 수 있어요.`,
    list: ({ max }) => `${number.format(max)}줄까지 쓸 수 있어요.`,
    'sum-of-clients': ({ max }) => `한 페이지에 너무 많아요. 모두 합쳐 ${number.format(max)}까지예요.`,
    sum: ({ max }) => `모두 합쳐 ${number.format(max)}까지 쓸 수 있어요.`,
    'known-client': ({ clients }) =>
      clients === 1
        ? '클라이언트가 하나뿐이라 넘겨받을 상대가 없어요. 먼저 클라이언트를 추가하세요.'
        : `클라이언트는 ${number.format(clients)}명까지 있어요. 그중에서 고르거나 클라이언트를 추가하세요.`,
    'one-of': ({ values }) => `다음 중 하나를 쓸 수 있어요: ${values.join(', ')}`,
    nothing: '이런 항목은 없어요.',
    object: '중괄호로 묶은 객체가 있어야 해요.',
    other: '이 설정으로는 시뮬레이션할 수 없어요.',
  },

  commands: {
    title: '조작',
    none: '아직 조작이 없어요. 여기서는 조작할 시점을 따로 정해요. 조작 메뉴에서는 지금 단계에 조작해요.',
    command: (ordinal) => `조작 ${ordinal}`,
    add: '조작 추가',
    remove: (ordinal) => `조작 ${ordinal} 삭제`,
    full: (max) => `조작은 ${number.format(max)}개까지 할 수 있어요.`,
    where: '대상',
    what: '할 일',
    when: '시점',
    moments: {
      time: '정한 시각에',
      sent: '요청을 보냈을 때',
      arrived: '요청이 도착했을 때',
      answered: '요청에 응답했을 때',
    },
    request: '요청',
    requestOf: (client, ordinal) => `${client}: 요청 ${ordinal}`,
    time: '시작하고 지난 시간',
    offset: '그 뒤로 지난 시간',
    never: '이 시뮬레이션에는 그 시점이 없어서 아무 일도 일어나지 않아요.',
  },

  asFile: '시나리오 파일(JSON)',
  fileHint:
    '시나리오와 조작이 담겨 있어요. 기본값인 항목은 생략할 수 있고, 시간은 마이크로초로 써요. 저장한 파일은 ‘열기’로 다시 열 수 있어요.',
  schema: 'JSON 스키마',
  saveFile: '파일로 저장',
  notJson: (where) => `올바른 JSON이 아니에요. ${where}`,
  noScenario: '“scenario” 항목이 없어요.',
  unknownMember: (name) => `알 수 없는 항목이 있어요: “${name}”`,

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
