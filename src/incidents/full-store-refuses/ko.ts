/** A full store, and logins that don’t last, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '가득 찬 저장소와 남지 않는 로그인';

export default {
  story:
    '사용자가 로그인하면 첫 화면이 나왔어요. 그런데 다음 화면에서는 로그인하지 않았다고 했어요. 로그에는 세션 저장소의 메모리가 가득 차서 쓰기를 거절했다는 한 줄이 있었어요.',
  cause:
    '세션이 1년 동안 남아서 저장소가 가득 찼어요. 저장소는 가득 차면 쓰기를 거절하도록 설정돼 있었어요. 프레임워크는 로그인에 이미 답했고, 오류는 로그에만 남겼어요.',
  fix: '세션을 더 일찍 만료해서 자리가 다시 나게 해요.',
  replayed: '여기서는 1년을 2분으로, 짧아진 수명을 10초로 줄였어요. 저장소에는 두 개만 들어가요.',
} satisfies IncidentWords;
