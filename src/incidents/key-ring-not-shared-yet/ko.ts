/** A key that only one server has, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '서버 하나에만 있는 키';

export default {
  story:
    '여러 인스턴스가 저장소 하나에 키 목록을 두고 함께 썼어요. 한 인스턴스가 새 키를 더하고 바로 썼어요. 다른 인스턴스들은 그 쿠키에 “키 목록에 없는 키”라고 답했고, 다음 날까지 그러기도 했어요.',
  cause: '인스턴스는 키 목록을 드물게 읽고 사본을 둬요. 다른 사본에 새 키가 들어가기 전에 그 키를 썼어요.',
  fix: '키 목록을 1분마다 다시 읽고, 모든 서버가 읽은 뒤에 새 키로 서명해요.',
  replayed: '여기서는 하루를 1분으로, 1분을 1초로 줄였어요. 쿠키 대신 서명된 토큰을 써요.',
} satisfies IncidentWords;
