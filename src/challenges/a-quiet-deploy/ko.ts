/** A deploy without a trace, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '아무도 모르는 배포',
  goal: '서버를 바꾸는 동안 요청이 실패하지 않고 아무도 로그아웃되지 않아요.',
  story:
    '손님이 일하는 동안 서버가 빠지고 새 서버가 들어와요. 로드 밸런서는 손님을 한 서버에 묶고, 그 서버가 빠진 뒤에도 그리로 보내려 해요.',
  solved: '서버에만 있는 것이 없어야 언제든 바꿀 수 있어요. 로드 밸런서도 다른 서버로 보내 주어야 해요.',
} satisfies ChallengeWords;
