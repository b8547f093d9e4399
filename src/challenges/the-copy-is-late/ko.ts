/** The copy is late, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '늦게 오는 사본',
  goal: '서버나 저장소에 장애가 나도 아무도 로그아웃되지 않고, 상태는 서버나 저장소에 있어요.',
  story:
    '저장소에 복제본이 있지만 사본이 0.5초 늦게 도착해요. 서버가 복제본에서 읽기도 해서 새 내용을 놓쳐요.',
  solved:
    '사본은 생긴 뒤부터 쓸모가 있어요. 그 전에 답하면, 장애로 사라질 수 있는데도 저장됐다고 말하는 셈이에요.',
} satisfies ChallengeWords;
