/** Two tabs, one refresh token, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '탭 두 개, 리프레시 토큰 하나';

export default {
  story:
    '사용자가 애플리케이션을 탭 두 개로 열어 두었어요. 두 탭이 같은 순간에 로그인을 갱신했고, 둘 다 로그아웃됐어요. 탭이 함께 깨어날 때마다 그랬어요.',
  cause:
    '로테이션을 쓰면 리프레시 토큰은 한 번만 쓸 수 있어요. 첫 요청이 토큰을 써 버려서 두 번째 요청은 도난처럼 보였고, “on_reuse: revoke_login”이 로그인을 끝냈어요.',
  fix: '쓴 토큰도 몇 초 동안은 받아들여요.',
  replayed: '여기서는 10초 동안 받아들여요. 탭끼리 차례를 지키게 해서 고친 곳도 있어요.',
} satisfies IncidentWords;
