/** Sticky until a pod is added, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '파드가 늘자 풀린 스티키 세션';

export default {
  story:
    '사용자마다 정해진 파드로 갔고, 세션은 그 파드의 메모리에 있었어요. 그러다 오토스케일러가 파드를 하나 늘렸어요. 원래 파드가 멀쩡한데도 사용자 절반이 새 파드로 가서 다시 로그인해야 했어요.',
  cause:
    '로드 밸런서는 누가 어디 있었는지 기억하지 않아요. 파드 목록에 대한 해시로 갈 곳을 계산하는데, 그 목록이 바뀌었어요.',
  fix: '파드 수가 바뀌어도 쿠키에 적힌 파드로 보내요.',
  replayed: '원래 이슈의 로드 밸런서는 쿠키를 해시해요. 여기서는 주소를 해시하는데, 옮겨 가는 방식은 같아요.',
} satisfies IncidentWords;
