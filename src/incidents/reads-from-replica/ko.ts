/** Read where it hasn’t arrived yet, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '아직 도착하지 않은 세션';

export default {
  story:
    '애플리케이션이 세션을 주 데이터베이스에 쓰고 복제본에서 읽었어요. 로그인이 가끔 실패했어요. 로그인 다음 화면이 로그인을 전혀 몰랐어요. 복제본을 빼면 잘됐어요.',
  cause: '복제본은 조금 늦어요. 브라우저는 그사이에 다음 요청을 보내니, 세션이 도착하기도 전에 읽게 돼요.',
  fix: '세션은 쓴 곳에서 읽어요.',
  replayed: '여기서는 복제가 0.5초 늦고, 브라우저는 0.2초 뒤에 물어요.',
} satisfies IncidentWords;
