/** Clocks apart, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '어긋난 시계',
  goal: '저장소 없이도 서버가 서로의 토큰을 받아들여요.',
  story: '서버 1의 시계가 2초 빨라요. 서버 2는 서버 1의 토큰이 미래에서 온 것처럼 보여서 거절해요.',
  solved:
    '토큰은 공유 메모리를 공유 시계로 바꾼 거예요. 똑같은 시계는 없으니 검증할 때 차이를 허용해야 해요.',
} satisfies ChallengeWords;
