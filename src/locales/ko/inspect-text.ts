/** What a message and a memory are made of, in Korean. */

import type { InspectText } from '../../features/inspector/inspect-text.ts';
import { withParticle } from './particles.ts';
import { clock, number } from './words.ts';

const plainHeaders: InspectText['plainHeaders'] = {
  Host: '요청할 사이트의 이름이에요. 한 IP 주소에 여러 사이트가 있을 수 있어요.',
  Via: '메시지를 전달한 프록시예요. 여기서는 로드 밸런서예요.',
  Date: '응답을 만든 시각이에요.',
  'X-Served-By': '응답한 서버예요. 보기 쉽게 이 시뮬레이션에서 덧붙였어요.',
  'Content-Type': '본문의 형식이에요.',
  'Content-Length': '본문의 바이트 수예요.',
  'Idempotency-Key': '이 결제의 키예요. 같은 키로 두 번 보내도 한 번만 결제돼요.',
  'Cache-Control': 'no-store는 어떤 캐시도 이 응답을 저장하지 말라는 뜻이에요.',
};

const attributes: InspectText['attributes'] = {
  Path: '이 사이트의 이 경로 아래로 가는 요청에만 보내요.',
  HttpOnly: '페이지의 스크립트가 읽을 수 없어요. XSS로 훔치지 못하게 해요.',
  Secure: 'HTTPS로만 보내요.',
  SameSite: '다른 사이트가 보낸 POST에는 함께 보내지 않아요. CSRF를 줄여요.',
  'Max-Age': '쿠키의 수명(초)이에요. 0이면 바로 지워요.',
  Expires: '쿠키의 만료 시각이에요. 지난 시각이면 바로 지워요.',
};

const flags: InspectText['flags'] = {
  SYN: '연결을 요청하고 시작 순서 번호를 알려요',
  FIN: '더 보낼 데이터가 없어요',
  RST: '그런 연결이 없거나, 연결을 중단했어요',
  PSH: '더 기다리지 말고 데이터를 애플리케이션에 넘겨요',
  ACK: '확인 응답 번호가 유효해요',
};

const storeCommands: InspectText['storeCommands'] = {
  GET: '이 키의 값을 읽어요.',
  SET: '이 키에 값을 저장해요. EX는 만료까지의 초예요.',
  DEL: '이 키를 지워요.',
  FLUSHALL: '모두 지워요.',
  PING: '살아 있는지 확인해요.',
  SYNC: '전체 데이터를 복제해 달라고 해요.',
  REPLICAOF: '받는 쪽이 다른 저장소의 복제본이 돼요.',
};

/** The times are those of a calendar that is the same everywhere. */
const calendar = new Intl.DateTimeFormat('ko', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const claims = { iat: '발급', nbf: '유효 시작', exp: '유효 기한' } as const;

export const inspectText: InspectText = {
  plainHeaders,
  headers: {
    cookie: ({ names }) => `브라우저가 이 사이트에서 받아 둔 쿠키를 함께 보내요: ${names.join(', ')}`,
    'cookie-deleted': ({ cookie }) => `브라우저가 쿠키(${cookie})를 지우게 해요.`,
    'cookie-set': ({ cookie }) =>
      `브라우저가 쿠키(${cookie})를 저장하고, 조건에 맞는 요청에 함께 보내게 해요.`,
    challenge: '401에 꼭 들어가는 인증 방법이에요.',
    'challenge-invented':
      '401에 꼭 들어가는 인증 방법이에요. 로그인 양식을 가리키는 등록된 방식이 없어서, 여기서는 Cookie라는 이름을 지어 썼어요.',
    bearer: '서명된 토큰이에요. 토큰을 가진 사람은 누구든 토큰에 적힌 사용자로 인식돼요.',
    basic: ({ userId }) =>
      `사용자 이름(${userId})과 비밀번호를 요청마다 보내요. 인코딩일 뿐, 암호화가 아니에요.`,
    unknown: '이 시뮬레이션에서 쓰지 않는 헤더예요.',
  },
  attributes,
  fields: {
    sourcePort: '출발지 포트',
    destinationPort: '목적지 포트',
    seq: '순서 번호: 첫 바이트의 번호',
    ack: '확인 응답 번호: 다음에 받을 바이트의 번호',
    flags: '플래그',
    data: '데이터',
  },
  flags,
  storeCommands,
  outcomes: {
    loss: '네트워크에서 유실됐어요.',
    'link-cut': '링크가 끊겨 있어서 유실됐어요.',
    dropped: '조작으로 유실됐어요.',
    'receiver-dark': '받을 쪽의 전원이 끊겨서 유실됐어요.',
    'receiver-down': '받을 쪽이 장애 상태였어요.',
    'receiver-gone': '이 응답을 기다리던 프로세스가 사라졌어요.',
    refused: '거부됐어요. 받는 쪽이 없어요.',
    late: '너무 늦게 도착했어요. 기다리는 쪽이 더 이상 없어요.',
    arrived: '도착했어요.',
  },
  followsFrom: '직접 원인: 단계',
  plainText: '여기서는 평문으로 보여 줘요. 실제 네트워크에서는 TLS로 암호화해요.',
  body: '본문',
  showAll: (characters) => `${number.format(characters)}자 모두 보기`,

  token: '토큰',
  tokenHeader: '헤더',
  tokenPayload: '페이로드',
  tokenSignature: '서명',
  tokenIsReadable: '토큰을 가진 사람은 누구나 읽을 수 있어요. 서명하려면 서명 키가 있어야 해요.',
  tokenTime: ({ claim, unixSeconds, atUs }) =>
    `${claims[claim]} ${calendar.format(new Date(unixSeconds * 1_000))} UTC (시뮬레이션 시각 ${clock(Math.max(0, atUs))})`,
  forge: '위변조해 보기',
  forgedPayload: '페이로드',
  forgedAlgorithm: '알고리즘',
  forgedSignature: '서명',
  signatureChoices: {
    kept: '그대로',
    flipped: '한 비트 뒤집기',
    'own-key': '자기 키로 다시 서명하기',
    'leaked-key': '유출된 서버 키로 서명하기',
  },
  sendIt: '보내기',
  sendHint:
    '클라이언트가 이 토큰으로 “제가 누구죠?” 하고 물어요. 다음 단계에서 서버의 답을 볼 수 있어요. 되돌리기를 누르면 취소돼요.',
  notHeld: '이 단계에는 토큰을 가진 클라이언트가 없어요.',

  remembers: '기억하는 것',
  remembersNothing: '아무것도 기억하지 않아요.',
  hasLost: '사라진 것',
  fromTheBeginning: '처음부터',
  since: '기억하기 시작한 단계',
  onDisk: '디스크에 저장됨',
  nodeStates: {
    absent: '클러스터에 없음',
    down: '장애',
    dark: '전원 끊김',
    frozen: '멈춤',
    draining: '드레인 중',
    up: '정상',
  },
  started: (times) => `${number.format(times)}번 시작`,

  memoryByServer: '서버별 메모리',
  ledger: '메모리 변경 기록',
  changes: {
    remembered: ({ node, what }) => `${withParticle(node, '이/가')} 기억해요: ${what}`,
    forgot: ({ node, what }) => `${withParticle(node, '이/가')} 지워요: ${what}`,
    lost: ({ node, what }) => `${withParticle(node, '이/가')} 잃어요: ${what}`,
    missed: ({ node }) => `${node}에는 요청한 세션이 없어요`,
  },
  earlierEntries: (shown) => `최근 ${number.format(shown)}개만 표시해요.`,
};
