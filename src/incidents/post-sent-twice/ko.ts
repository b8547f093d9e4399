/** A POST that was sent twice, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '두 번 보낸 POST';

export default {
  story:
    '클라이언트가 이미 쓰던 연결로 POST를 보냈어요. 서버는 일을 마쳤는데, 응답이 오기 전에 연결이 닫혔어요. 클라이언트가 묻지도 않고 같은 요청을 다시 보내서 같은 일이 두 번 처리됐어요.',
  cause:
    '연결이 닫힌 것만으로는 요청이 처리됐는지 알 수 없어요. 클라이언트는 오래 쓰지 않아서 닫힌 연결로 여기고, 메서드를 따지지 않고 다시 보냈어요.',
  fix: '두 번 처리해도 되는 요청만 다시 보내고, 나머지는 사용자에게 알려요.',
  replayed: '원래 이슈는 HTTP 라이브러리에서 생긴 일이에요. 여기서는 Chromium처럼 브라우저가 다시 보내요.',
} satisfies IncidentWords;
