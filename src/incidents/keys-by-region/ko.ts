/** Each region has its own key, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '지역마다 다른 키';

export default {
  story:
    '두 지역이 같은 애플리케이션을 제공했고, 지역마다 직접 만든 키가 있었어요. 사용자가 한 지역에만 머무는 동안은 아무도 몰랐어요. 그 지역에 장애가 나자, 다른 지역이 멀쩡한데도 모두 다시 로그인해야 했어요.',
  cause:
    '토큰은 서버의 기억이 없어도 되지만 키는 있어야 해요. 두 번째 지역에는 다른 키가 있어서 첫 번째 지역의 서명을 확인하지 못했어요.',
  fix: '두 지역에 같은 키를 줘요.',
  replayed: '원래 이슈에서는 한 로드 밸런서 뒤의 서버들이었어요. 여기서는 서버 하나가 지역 하나예요.',
} satisfies IncidentWords;
