/** Paid twice for one purchase, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '한 번 사고 두 번 결제';

export default {
  story:
    '손님은 크레딧을 한 번 샀는데 두세 번 결제됐어요. 첫 결제는 성공했지만 응답이 늦거나 오지 않았어요. 다시 시도한 결제도 따로 처리됐어요.',
  cause:
    '응답을 받지 못한 클라이언트는 결제됐는지 알 수 없어요. 서버도 다시 보낸 요청인지 새 요청인지 구별하지 못해요. 요청에 그런 표시가 없기 때문이에요.',
  fix: '다시 보낼 때도 같은 멱등성 키를 넣어요.',
  replayed: '여기서는 결제하고 답하기 전에 서버에 장애가 나고, 클라이언트가 자동으로 다시 보내요.',
} satisfies IncidentWords;
