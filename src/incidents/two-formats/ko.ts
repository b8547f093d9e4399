/** Two versions that can’t read each other, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '서로 읽지 못하는 두 버전';

export default {
  story:
    '새 버전을 서버 하나씩 차례로 배포했어요. 두 버전이 함께 도는 동안 사용자가 거듭 로그아웃됐어요. 로그에는 역직렬화할 수 없는 세션이 있다고 나왔어요.',
  cause:
    '세션은 저장소 하나에 있었지만 버전마다 형식이 달랐어요. 요청은 두 버전 중 어느 쪽으로든 가니, 읽을 수 없는 세션을 만나게 돼요.',
  fix: '모든 서버를 한꺼번에 바꿔요. 이전 세션은 여전히 읽을 수 없어서 모두 한 번 더 로그인해요.',
  replayed: '여기서는 서버 1이 새 버전, 서버 2가 이전 버전이에요. 고친 뒤에는 둘 다 새 버전이에요.',
} satisfies IncidentWords;
