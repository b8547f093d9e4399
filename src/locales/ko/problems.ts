/** Why a request got no answer of the application, in Korean. */
import type { ProblemCode, ReplyFacts } from '../../sequence/step-facts.ts';
import type { Status } from '../../simulation/protocols/http.ts';
import { withParticle } from './particles.ts';
import { nameOf } from './words.ts';

/** A few words for an arrow. */
export function problemLabel(status: Status, code: ProblemCode | null): string {
  return `${status} ${code === null ? statusWords[status] : codeWords[code]}`;
}

const statusWords: Record<Status, string> = {
  200: '뜻을 알 수 없는 응답',
  400: '잘못된 요청',
  401: '먼저 로그인하세요',
  403: '권한 없음',
  404: '찾을 수 없음',
  409: '충돌',
  502: '게이트웨이 오류',
  503: '지금은 답할 수 없음',
  504: '제때 답이 없음',
};

const codeWords: Record<ProblemCode, string> = {
  'no-server': '답할 서버 없음',
  'server-timeout': '제때 답이 없음',
  'connection-reset': '답이 사라짐',
  invalid: '잘못된 요청',
  'not-found': '찾을 수 없음',
  'server-busy': '너무 바쁨',
  forbidden: '권한 없음',
  'not-logged-in': '먼저 로그인하세요',
  'wrong-credentials': '이름이나 비밀번호가 틀림',
  'database-unavailable': '데이터베이스에 닿지 않음',
  'sessions-unavailable': '세션 저장소에 닿지 않음',
  'none-presented': '먼저 로그인하세요',
  'unknown-session': '누구세요?',
  'expired-session': '세션 만료',
  malformed: '토큰이 아님',
  'algorithm-none': '서명 없는 토큰',
  'unknown-algorithm': '다른 알고리즘',
  'unsupported-critical': '모르는 확장',
  'unknown-key': '이 토큰의 키가 없음',
  'bad-signature': '서명이 맞지 않음',
  'invalid-claims': '내용이 모자람',
  'wrong-issuer': '발급자가 다름',
  'wrong-audience': '대상이 다름',
  expired: '토큰 만료',
  'not-yet-valid': '아직 유효하지 않은 토큰',
  revoked: '폐기된 토큰',
  invalid_grant: '갱신 토큰을 받지 않음',
};

/** What it means, as the beginning of a caption; the label is its end. */
export function problemCaption({ from, meaning, verdict, isNewServer, keeps }: ReplyFacts): string {
  const topic = withParticle(nameOf(from), '은/는');
  const subject = withParticle(nameOf(from), '이/가');
  const code = meaning.kind === 'problem' ? meaning.code : null;
  switch (code) {
    case 'no-server':
      return '답할 서버가 하나도 없어요.';
    case 'server-timeout':
      return '서버가 너무 오래 걸려요. 어디까지 했는지는 아무도 몰라요.';
    case 'connection-reset':
      return '서버가 답하기 전에 멈췄어요. 어디까지 했는지는 아무도 몰라요.';
    case 'server-busy':
      return `${subject} 너무 바빠서 더 받지 못해요.`;
    case 'database-unavailable':
      return `${subject} 데이터베이스에 닿지 못해요.`;
    case 'sessions-unavailable':
      return `${subject} 세션을 읽거나 쓸 수 없어요.`;
    case 'unknown-session':
      if (keeps === 'shared-sessions') return '저장소도 이 세션을 몰라요.';
      return isNewServer
        ? `${topic} 이 손님을 처음 봐요. 그런 세션이 없어요.`
        : `${nameOf(from)}에는 그런 세션이 없어요.`;
    case 'expired-session':
      return `${subject} 세션을 찾았지만 너무 오래됐어요.`;
    case 'none-presented':
    case 'not-logged-in':
      return verdict === 'asked-again'
        ? `${topic} 이 손님이 로그인한 것을 몰라요.`
        : `${topic} 누가 묻는지 몰라요.`;
    case 'wrong-credentials':
      return '이름과 비밀번호가 맞지 않아요.';
    case 'forbidden':
      return `${topic} 누구인지 알지만 허락하지 않아요.`;
    case 'unknown-key':
      return `${nameOf(from)}에는 이 토큰을 확인할 키가 없어요.`;
    case 'bad-signature':
      return `${topic} 토큰이 바뀌었거나 남이 서명한 것을 알아봐요.`;
    case 'algorithm-none':
    case 'unknown-algorithm':
      return `${topic} 정해 둔 알고리즘만 받아요.`;
    case 'expired':
      return '토큰의 유효 기간이 끝났어요.';
    case 'revoked':
      return '더는 받지 않기로 한 토큰이에요.';
    case 'invalid_grant':
      return '이미 썼거나, 버렸거나, 준 적 없는 갱신 토큰이에요.';
    case 'malformed':
    case 'invalid-claims':
    case 'unsupported-critical':
    case 'wrong-issuer':
    case 'wrong-audience':
    case 'not-yet-valid':
      return `${topic} 이 토큰을 받지 않아요.`;
    case 'invalid':
    case 'not-found':
    case null:
      return `${topic} 이 요청에 답할 수 없어요.`;
    default:
      throw new Error(`Unknown problem ${code satisfies never}`);
  }
}
