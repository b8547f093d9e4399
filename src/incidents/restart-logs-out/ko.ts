/** A restart logs everyone out, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '재시작하자 모두 로그아웃';

export default {
  story:
    '애플리케이션이 프레임워크의 기본값대로 세션을 프로세스의 메모리에 두었어요. 배포할 때마다 프로세스를 재시작했어요. 그때마다 모든 사용자가 다시 로그인해야 했어요.',
  cause:
    '프로세스가 끝나면 그 메모리도 사라져요. 브라우저에 쿠키는 남아 있지만, 쿠키가 가리키는 세션은 아무에게도 없어요.',
  fix: '프로세스 밖의 저장소에 세션을 둬요.',
  replayed: '여기서는 한 대뿐인 서버에 장애가 났다가 1초 뒤에 돌아와요. 배포도 이와 같아요.',
} satisfies IncidentWords;
