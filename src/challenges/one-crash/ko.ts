/** Logged out by one crash, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '장애 한 번에 로그아웃',
  goal: '서버 한 대에 장애가 나도 아무도 로그아웃되지 않고, 상태는 서버에 있어요.',
  story:
    '세션은 서버마다 자기 메모리에 있어요. 이번에는 저장소를 둘 수 없고, 상태를 클라이언트에 둘 수도 없어요.',
  solved:
    '로그인에 성공했다고 답하기 전에 사본을 보내야 해요. 나중에 보내면 그사이의 장애로 세션이 사라져요.',
} satisfies ChallengeWords;
