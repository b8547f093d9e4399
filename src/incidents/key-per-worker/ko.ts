/** A secret key for each worker, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '워커마다 다른 비밀 키';

export default {
  story:
    'Flask 앱을 gunicorn 워커 하나로 띄우면 로그인이 잘됐어요. 워커를 늘리자 로그인한 사람이 다음 요청에서 로그아웃돼 있었어요. 성공하는 비율은 대략 ‘1 ÷ 워커 수’였어요.',
  cause:
    '세션은 사라지지 않았어요. 쿠키 안에 그대로 있어요. 워커마다 시작할 때 비밀 키를 따로 뽑아서, 다른 워커가 만든 쿠키를 믿지 못해요.',
  fix: '모든 워커가 같은 비밀 키를 읽게 해요.',
  replayed: 'Flask는 쿠키에 서명만 해요. 여기서는 암호화도 하지만 결과는 같아요.',
} satisfies IncidentWords;
