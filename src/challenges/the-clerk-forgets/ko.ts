/** A server forgets, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '잊어버리는 서버',
  goal: '서버 한 대에 장애가 나도 아무도 로그아웃되지 않아요.',
  story:
    '서버마다 세션을 자기 메모리에만 저장해요. 서버에 장애가 나면 그 서버의 손님은 다시 로그인해야 해요.',
  solved: '손님에 대해 기억할 것은 서버에 장애가 나도 남는 곳에 있어야 해요. 저장소나 손님 쪽이에요.',
} satisfies ChallengeWords;
