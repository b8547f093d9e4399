/** The change that was overwritten, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '덮어써서 사라진 변경';

export default {
  story:
    '한 화면이 동시에 보낸 두 요청이 모두 세션을 바꿨어요. 둘 다 잘됐다는 응답을 받았어요. 그런데 나중에 보니 방금 담은 상품처럼 한쪽의 변경이 사라졌어요.',
  cause:
    '요청은 세션을 통째로 읽고 나중에 통째로 써요. 두 번째 요청은 첫 번째가 바꾸기 전에 읽은 것을 썼어요.',
  fix: '읽을 때부터 쓸 때까지 잠가서, 한 번에 한 요청만 세션을 쓰게 해요.',
  replayed: '여기서는 탭 두 개가 한 장바구니에 노트북과 커피를 담아요.',
} satisfies IncidentWords;
