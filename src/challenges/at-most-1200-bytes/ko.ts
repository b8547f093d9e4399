/** At most 1,200 bytes a request, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '요청 하나에 최대 1,200바이트',
  goal: '요청 하나가 1,200바이트를 넘지 않고, 서버 한 대에 장애가 나도 아무도 로그아웃되지 않아요.',
  story: '손님의 메시지가 암호화된 쿠키에 들어 있어서 요청할 때마다 오가요.',
  solved:
    '가리키는 번호는 내용보다 작아요. 바이트가 사라진 것은 아니고, 저장소를 쓰면 서버와 저장소 사이를 오가요.',
} satisfies ChallengeWords;
