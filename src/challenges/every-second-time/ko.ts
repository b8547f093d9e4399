/** Logged in every other time, as a challenge, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '두 번에 한 번만 로그인',
  goal: '요청할 때마다 로그인이 유지돼요.',
  story:
    '로드 밸런서는 서버를 번갈아 고르고, 서버는 자기 세션만 알아요. 그래서 요청 두 번에 한 번은 손님을 본 적 없는 서버로 가요.',
  solved: '세션이 한 서버의 메모리에 있으면 클라이언트가 매번 그 서버로 가야 해요.',
} satisfies ChallengeWords;
