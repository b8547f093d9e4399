/** A request that crossed a close, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '연결이 닫힐 때 엇갈린 요청';

export default {
  story:
    '요청 천 개 가운데 몇 개가 밤낮없이 502를 받았어요. 서버는 정상이었고 서버 로그에는 아무것도 없었어요. 서버를 늘려도 그대로였고, 요청이 많아지면 오히려 줄었어요.',
  cause:
    '서버는 유휴 연결을 5초 만에 닫는데, 로드 밸런서는 60초 동안 다시 써요. 닫는다는 신호가 오는 사이에 보낸 요청은 닫힌 연결에 도착해요.',
  fix: '서버가 로드 밸런서보다 연결을 더 오래 열어 두게 해요.',
  replayed: '여기서는 한 요청이 엇갈리도록 요청 사이 간격을 맞췄어요.',
} satisfies IncidentWords;
