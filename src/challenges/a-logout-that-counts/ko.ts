/** A logout that counts, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '진짜 로그아웃',
  goal: '로그아웃한 뒤에는 복사한 인증 정보가 쓸모없어요.',
  story:
    '손님이 로그인하고, 다른 기기가 토큰을 복사하고, 손님이 로그아웃해요. 토큰은 만료될 때까지 유효해서 사본이 계속 통해요.',
  solved: '무언가를 끝내려면 끝났다는 사실을 서버가 알아야 해요. 세션이든 차단 목록이든 모두 상태예요.',
} satisfies ChallengeWords;
