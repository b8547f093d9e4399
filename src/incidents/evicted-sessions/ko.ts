/** Sessions evicted for room, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '자리가 모자라 밀려난 세션';

export default {
  story:
    '로그인을 메모리 한도가 있는 Redis에 두었어요. 많은 사람이 한꺼번에 로그인하자, 일하던 다른 사람들이 다시 로그인해야 했어요. 오류는 어디에도 없었고, 축출된 키의 수만 늘었어요.',
  cause:
    '한도에 이르면 Redis는 가장 오랫동안 쓰지 않은 항목부터 축출해요. 캐시처럼 설정해 두었으니 세션도 똑같이 다뤄요.',
  fix: '사용자가 몰릴 때의 세션까지 담도록 메모리를 늘려요.',
  replayed: '여기서는 세션 두 개가 한도예요. 고친 뒤에는 여덟 개예요.',
} satisfies IncidentWords;
