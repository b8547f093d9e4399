/** Every address is the proxy’s, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '모두 프록시의 주소였어요';

export default {
  story:
    'nginx가 주소에 따라 사용자를 서버 세 대에 나누기로 했어요. 그런데 그 앞에 프록시가 하나 더 있었어요. 서버 한 대가 요청을 모두 받다가 일부를 거절했고, 나머지 두 대는 놀았어요.',
  cause:
    '프록시 뒤에 있는 nginx에게는 주소가 하나만 보여요. 바로 프록시의 주소예요. 주소가 하나면 해시도 하나라서 늘 같은 서버가 나와요.',
  fix: '프록시가 붙이는 헤더에서 사용자의 주소를 읽게 해요.',
  replayed:
    '사용자 여섯 명이 0.1초 안에 와요. 몰리는 것이 보이도록 서버마다 워커는 하나, 대기열은 짧게 뒀어요.',
} satisfies IncidentWords;
