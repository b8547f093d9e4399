/** What a message and a memory are made of, in Korean. */

import type { InspectText } from '../../features/inspector/inspect-text.ts';
import { withParticle } from './particles.ts';
import { clock, number } from './words.ts';

const plainHeaders: InspectText['plainHeaders'] = {
  Host: '어느 사이트인지예요. 한 주소에 여러 사이트가 있을 수 있어요.',
  Via: '누가 전해 줬는지예요. 로드 밸런서예요.',
  Date: '답을 만든 때예요.',
  'X-Served-By': '어느 서버가 답했는지예요. 보기 쉽게 여기서만 넣었어요.',
  'Content-Type': '본문을 읽는 방법이에요.',
  'Content-Length': '본문이 몇 바이트인지예요.',
  'WWW-Authenticate': '401에는 늘 함께 와요. 누구인지 밝히는 방법이에요.',
  'Idempotency-Key': '이 결제의 이름이에요. 두 번 보내도 한 번만 결제돼요.',
  'Cache-Control': '다른 요청에 다시 써도 되는 답인지예요.',
};

const attributes: InspectText['attributes'] = {
  Path: '이 경로 아래의 모든 요청에 함께 보내요.',
  HttpOnly: '페이지의 스크립트는 읽을 수 없어요.',
  Secure: '암호화된 연결로만 보내요.',
  SameSite: '다른 사이트에서 양식을 보낼 때는 따라가지 않아요.',
  'Max-Age': '몇 초 동안 살지예요. 0이면 지금 지워요.',
  Expires: '끝나는 때예요. 지난 때이면 지금 지워요.',
};

const flags: InspectText['flags'] = {
  SYN: '연결을 열고, 번호가 어디서 시작하는지 알려요',
  FIN: '이쪽에서는 더 보낼 것이 없어요',
  RST: '그런 연결은 없어요',
  PSH: '더 기다리지 말고 데이터를 넘겨요',
  ACK: '확인 번호가 유효해요',
};

const storeCommands: InspectText['storeCommands'] = {
  GET: '이 키에 무엇이 있는지 물어요.',
  SET: '만료될 때까지 이 키에 보관해요.',
  DEL: '이 키를 지워요.',
  FLUSHALL: '모두 지워요.',
  PING: '거기 있는지 물어요.',
  SYNC: '전부 복사해 달라고 해요.',
  REPLICAOF: '받는 쪽이 다른 저장소의 복제본이 돼요.',
};

/** The times are those of a calendar that is the same everywhere. */
const calendar = new Intl.DateTimeFormat('ko', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const claims = { iat: '발급', nbf: '유효 시작', exp: '유효 기한' } as const;

export const inspectText: InspectText = {
  plainHeaders,
  headers: {
    cookie: ({ names }) =>
      `브라우저가 받았던 ${withParticle(names.join(', '), '을/를')} 돌려보내요. 서버는 이것으로 기억을 다시 찾아요.`,
    'cookie-deleted': ({ cookie }) => `브라우저에 ${withParticle(cookie, '을/를')} 지우라고 해요.`,
    'cookie-set': ({ cookie }) =>
      `브라우저에 ${withParticle(cookie, '을/를')} 간직하고 요청마다 보내라고 해요.`,
    bearer: '서명된 토큰이에요. 가진 사람이 곧 토큰에 적힌 사람으로 여겨져요.',
    basic: ({ userId }) =>
      `사용자 ${withParticle(userId, '와/과')} 비밀번호가 요청마다 가요. 인코딩일 뿐, 암호화가 아니에요.`,
    unknown: '이 클러스터가 모르는 헤더예요.',
  },
  attributes,
  fields: {
    sourcePort: '보내는 포트',
    destinationPort: '받는 포트',
    seq: '순서 번호: 첫 바이트의 번호',
    ack: '확인 번호: 다음에 기다리는 바이트',
    flags: '플래그',
    data: '데이터',
  },
  flags,
  storeCommands,
  outcomes: {
    loss: '네트워크가 잃어버렸어요.',
    'link-cut': '연결이 끊겨서 사라졌어요.',
    dropped: '가는 길에 사라졌어요.',
    'receiver-gone': '기다리는 쪽이 없어서 사라졌어요.',
    refused: '거절됐어요. 듣는 쪽이 없어요.',
    late: '너무 늦게 왔어요. 아무도 기다리지 않아요.',
    arrived: '도착했어요.',
  },
  followsFrom: '바로 앞의 원인: 단계',
  body: '본문',
  showAll: (characters) => `${number.format(characters)}자 모두 보기`,

  token: '토큰',
  tokenHeader: '헤더',
  tokenPayload: '페이로드',
  tokenSignature: '서명',
  tokenIsReadable: '가진 사람은 누구나 읽을 수 있어요. 서명은 키가 있어야 할 수 있어요.',
  tokenTime: ({ claim, unixSeconds, atUs }) =>
    `${claims[claim]} ${calendar.format(new Date(unixSeconds * 1_000))} UTC (이 실행의 ${clock(Math.max(0, atUs))})`,
  forge: '바꿔 보기',
  forgedPayload: '페이로드',
  forgedAlgorithm: '알고리즘',
  forgedSignature: '서명',
  signatureChoices: { kept: '그대로', flipped: '한 비트 뒤집기', 'own-key': '자기 키로 다시 서명하기' },
  sendIt: '보내기',
  sendHint:
    '클라이언트가 이 토큰으로 “제가 누구죠?” 하고 물어요. 다음 단계로 가면 서버의 답이 보여요. “되돌리기”를 누르면 없던 일이 돼요.',
  notHeld: '이 단계에는 바꿀 수 있는 토큰을 가진 클라이언트가 없어요.',

  remembers: '기억하는 것',
  remembersNothing: '아무것도 기억하지 않아요.',
  hasLost: '잃은 것',
  fromTheBeginning: '처음부터',
  since: '기억한 단계',
  onDisk: '디스크에 있음',
  nodeStates: { absent: '클러스터에 없음', down: '멈춤', draining: '켜짐, 곧 떠남', up: '켜짐' },
  started: (times) => `${number.format(times)}번 켜짐`,

  memoryByServer: '서버별 메모리',
  ledger: '장부',
  changes: {
    remembered: ({ node, what }) => `${withParticle(node, '이/가')} 기억해요: ${what}`,
    forgot: ({ node, what }) => `${withParticle(node, '이/가')} 잊어요: ${what}`,
    lost: ({ node, what }) => `${withParticle(node, '이/가')} 잃어요: ${what}`,
    missed: ({ node }) => `${withParticle(node, '이/가')} 찾는 것을 찾지 못해요`,
  },
  earlierEntries: (shown) => `최근 ${number.format(shown)}개만 보여요.`,
};
