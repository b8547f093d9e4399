/** A token from the future, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '미래에서 온 토큰';

export default {
  story:
    '서버 한 대가 로그인을 처리하고 토큰을 발급했어요. 곧이은 요청은 다른 서버로 갔고, 그 서버는 토큰이 올바르지 않다고 거절했어요. 두 서버의 시계가 1초쯤 달랐어요.',
  cause: '토큰에는 발급한 시각이 적혀 있어요. 두 번째 서버의 시계로는 그 시각이 아직 오지 않았어요.',
  fix: '시계가 1분까지 달라도 받아들이게 해요.',
  replayed: '여기서는 서버 1의 시계가 2초 빠르고, 클라이언트는 0.5초 뒤에 다시 물어요.',
} satisfies IncidentWords;
