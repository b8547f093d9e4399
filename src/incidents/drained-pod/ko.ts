/** Bound to a pod that has ended, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '종료된 파드에 묶인 사용자';

export default {
  story:
    '파드를 종료하기 전에 드레인했어요. 묶인 사용자는 남고 다른 사용자는 다른 파드로 갔어요. 파드가 종료되자 그 쿠키를 가진 사용자는 503을 받았어요. 다른 파드는 멀쩡했고, 새 세션을 시작해야 접속됐어요.',
  cause:
    '“option persist”를 켜면 쿠키에 적힌 파드가 내려가도 그 파드로만 보내요. 재배정(option redispatch)이 없으면 연결에 실패해도 다른 파드를 고르지 않아요.',
  fix: '묶인 파드에 연결할 수 없으면 다른 파드를 고르게 해요.',
  replayed:
    '여기서는 세션이 저장소에 있어서 어느 파드든 답할 수 있었어요. “option persist”는 없어서, 헬스 체크가 알아차리면 다시 접속돼요.',
} satisfies IncidentWords;
