/** The logout that was undone, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '로그아웃했는데 남은 세션';

export default {
  story:
    '다른 탭이 아직 로딩 중일 때 사용자가 로그아웃했어요. 세션이 지워졌는데, 잠시 뒤 저장소에 다시 있었어요. 예전 쿠키를 가진 사람은 계속 로그인된 상태였어요.',
  cause:
    '느린 요청은 로그아웃 전에 세션을 읽었어요. 끝날 때 세션을 다시 썼고, 저장소는 그 세션이 이미 끝났다는 것을 알 길이 없었어요.',
  fix: '아직 있는 세션에만 쓰게 해요. “resave: false”는 세션을 바꾸지 않는 요청에만 도움이 돼요.',
  replayed: '여기서는 두 번째 클라이언트가 예전 쿠키를 가지고 있어서, 무엇이 열리는지 볼 수 있어요.',
} satisfies IncidentWords;
