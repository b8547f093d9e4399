/** Paid twice, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '두 번 낸 돈',
  goal: '결제는 모두 되고, 한 번씩만 돼요.',
  story:
    '서버가 결제한 뒤 응답하기 전에 장애가 나요. 클라이언트가 요청을 다시 보내면 다음 서버가 또 결제해요.',
  solved: '요청에 어느 결제인지 적혀 있으면 다시 보내도 안전해요. 세션을 어디에 두는지와는 상관없어요.',
} satisfies ChallengeWords;
