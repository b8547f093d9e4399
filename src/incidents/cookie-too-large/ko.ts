/** A cookie over 4 KB, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '4KB가 넘는 쿠키';

export default {
  story:
    '세션을 쿠키에 두었는데 점점 커졌어요. 어느 날 서버에서는 로그인이 됐는데 브라우저는 그대로 로그아웃 상태였어요. 사용자는 로그인 화면으로 계속 돌아갔어요.',
  cause:
    '브라우저는 4,096바이트가 넘는 쿠키를 말없이 버려요. 로그인이 없는 예전 쿠키가 그대로 남았어요. Rails는 값의 길이만 검사해서, 한도를 조금 넘은 쿠키는 통과했어요.',
  fix: '세션은 저장소에 두고 쿠키에는 ID만 넣어요.',
  replayed: '여기서는 긴 메시지가 세션을 채우고, 로그인하면 한도를 넘어요.',
} satisfies IncidentWords;
