/** A failover forgets the last logins, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '장애 조치 뒤에 사라진 마지막 로그인';

export default {
  story:
    'Redis 마스터에 장애가 나서 Sentinel이 복제본을 승격했어요. 애플리케이션은 오류를 하나도 보지 못했어요. 그런데 저장했다고 답한 값들이 예전 값으로 돌아가 있었어요.',
  cause: 'Redis는 복제본에 닿기 전에 저장했다고 답해요. 그사이에 쓴 것은 장애가 난 마스터에만 있어요.',
  fix: '복제본에도 닿은 뒤에 로그인이 저장됐다고 답해요.',
  replayed:
    '여기서는 복제가 0.5초 늦고, 고친 뒤에는 응답과 동시에 복제해요. WAIT은 복제본의 확인까지 기다려요. 그래도 쓰기를 잃을 수 있어요.',
} satisfies IncidentWords;
