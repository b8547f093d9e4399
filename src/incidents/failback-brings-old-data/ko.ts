/** The store that came back with old data, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '오래된 데이터로 돌아온 저장소';

export default {
  story:
    '저장소 두 대가 서로를 대신했어요. 첫 저장소에 장애가 나서 두 번째로 이어 갔고, 첫 저장소가 돌아왔어요. 그러다 두 번째에 장애가 나자, 세션이 첫 장애 이전으로 돌아가 있었어요.',
  cause:
    '돌아온 저장소는 그사이의 변경을 놓쳤고, 아무도 복사해 주지 않았어요. 그래서 오류도 없이 자기가 가진 것으로 답했어요.',
  fix: '돌아온 저장소가 다른 저장소의 데이터를 모두 복사한 뒤에 응답하게 해요.',
  replayed: '여기서는 첫 저장소가 없는 동안 수량이 두 개에서 세 개로 바뀌어요.',
} satisfies IncidentWords;
