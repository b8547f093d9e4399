/** Logged out, and the token still works, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '로그아웃해도 통하는 토큰';

export default {
  story:
    '사용자가 로그아웃했고, 화면에도 그렇게 나왔어요. 그런데 복사해 둔 토큰으로는 계정이 계속 열렸어요. 만료된 뒤에야 막혔어요.',
  cause:
    '서버는 토큰에 대해 아무것도 기억하지 않아요. 그래서 로그아웃할 때 지울 것도 없어요. 클라이언트는 자기 사본만 지우고, 다른 사본은 계속 유효해요.',
  fix: '로그아웃한 토큰의 목록을 두고 요청마다 확인해요. 이 목록도 상태예요.',
  replayed: '여기서는 로그아웃하기 전에 다른 클라이언트가 토큰을 복사했어요.',
} satisfies IncidentWords;
