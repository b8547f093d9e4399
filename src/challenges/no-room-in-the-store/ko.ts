/** No room in the store, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '가득 찬 저장소',
  goal: '저장소가 가득 차도 아무도 로그아웃되지 않고 요청이 실패하지 않아요.',
  story: '저장소에는 세션 두 개가 들어가요. 세 번째 사람이 로그인하면 가장 오래 쓰지 않은 세션을 지워요.',
  solved:
    '저장소도 메모리이고 메모리에는 한계가 있어요. 가득 찼을 때 어떻게 할지 정해야 해요. 용량을 늘리거나 세션을 줄이는 거예요.',
} satisfies ChallengeWords;
