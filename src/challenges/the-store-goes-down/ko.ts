/** The store goes down, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '저장소에 장애가 나면',
  goal: '서버나 저장소에 장애가 나도 아무도 로그아웃되지 않아요.',
  story:
    '세션이 공유 저장소에 있어서 서버에 장애가 나도 괜찮아요. 그런데 저장소는 세션을 메모리에만 두고, 저장소에도 장애가 날 수 있어요.',
  solved:
    '공유 저장소는 문제를 옮겼을 뿐이에요. 저장소에 디스크나 두 번째 사본을 두거나, 상태를 손님에게 옮겨야 해요.',
} satisfies ChallengeWords;
