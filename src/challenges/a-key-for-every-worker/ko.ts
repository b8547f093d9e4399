/** A key for every worker, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '워커마다 다른 키',
  goal: '어느 서버에서나, 재시작한 뒤에도 쿠키가 열려요.',
  story:
    '세션은 암호화된 쿠키에 들어 있는데, 서버마다 시작할 때 키를 새로 만들어요. 한 서버가 암호화한 쿠키를 다른 서버는 열 수 없어요.',
  solved: '서버에 세션이 없어도 서버가 함께 써야 하는 것이 남아요. 바로 키예요.',
} satisfies ChallengeWords;
