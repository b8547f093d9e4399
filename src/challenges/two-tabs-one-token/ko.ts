/** Two tabs, one token, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '탭 두 개, 토큰 하나',
  goal: '탭 두 개가 함께 갱신해도 다시 로그인하지 않아요.',
  story:
    '탭 두 개가 같은 순간에 같은 리프레시 토큰을 써요. 두 번째 사용이 도난처럼 보여서 로그인 전체가 취소돼요.',
  solved:
    '쓸 때마다 리프레시 토큰을 교체하려면(로테이션) 상태가 필요해요. 저장소가 마지막 토큰을 기억하고, 겹쳐 온 요청은 받아 줘야 해요.',
} satisfies ChallengeWords;
