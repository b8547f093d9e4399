/** Sticky, until it crashes, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '장애가 나기 전까지만',
  goal: '서버가 재시작해도 아무도 로그아웃되지 않아요.',
  story: '스티키 세션은 손님을 늘 같은 서버로 보내요. 그 서버가 재시작하면 손님은 다시 로그인해야 해요.',
  solved:
    '스티키 세션은 메모리를 찾아갈 뿐 지켜 주지는 않아요. 손님이 상태를 가지고 다니면 서버가 재시작해도 잃을 것이 없어요.',
} satisfies ChallengeWords;
