/** Build your own, in Korean. */
import type { WordsOf } from '../lesson-words.ts';
import type lesson from './lesson.ts';

export const title = '직접 만들기';

export default {
  teaches: '궁금한 것은 무엇이든 클러스터를 만들고, 대본을 쓰고, 고장 내 보세요.',
  opening:
    '서버, 방식, 네트워크, 손님이 하는 말까지 직접 만들어요. 바꿀 때마다 바로 다시 돌아가요. 이 가게나 다음 장면에서 시작해 보세요.',
  scenes: {
    'one-router': {
      heading: '공유기 하나 뒤의 교실',
      look: '두 클라이언트가 주소 하나를 같이 써서 한 서버로 몰려요. 셋째는 조금 뒤에 다른 곳에서 와요.',
      notes: {
        say: '부하 분산을 바꾸거나 같은 주소를 풀어 보고, 누가 누구를 맡는지 보세요.',
        ask: '공유기 하나 뒤의 학생 서른 명은 서버를 몇 대 쓸까요?',
        answers: '주소로 정하면 한 대예요. 쿠키로도 해 보세요.',
      },
    },
    'store-with-replica': {
      heading: '저장소와 복제본',
      look: '세션이 저장소에 있고, 둘째 저장소는 반 초 뒤에 사본을 받아요. 그 안에 첫째를 멈춰 보세요.',
      notes: {
        say: '사본이 늦는 시간은 편집기에서 바꿀 수 있어요. 길수록 더 많이 잃어요.',
        ask: '저장소가 멈추면 어떤 로그인이 사라질까요?',
        answers: '마지막 반 초 동안의 것이에요. 답은 했지만 아직 복사되지 않았어요.',
      },
    },
    'rough-network': {
      heading: '거친 네트워크 위의 TCP',
      look: '일곱에 하나쯤 사라지고 열에 하나쯤 하나가 더 생겨요. 그래도 글은 빠짐없이 차례대로 도착해요.',
      notes: {
        say: '시드를 바꿔 보세요. 같은 네트워크의 다른 날이에요. 그다음 UDP로 바꿔 보세요.',
        ask: '같은 네트워크에서 UDP는 어떻게 될까요?',
        answers: '사라지면 그만이고, 더 생긴 것은 두 번 도착해요. 다시 묻는 것은 애플리케이션이 해요.',
      },
    },
  },
  closing:
    '같은 대본인데 한쪽은 상태가 서버 메모리에, 다른 쪽은 요청마다 있어요. 아무것도 고장 나지 않으면 결과가 같아요. 서버를 멈추고, 늘리고, 부하 분산을 바꿔 보면서 차이를 찾아보세요.',
} satisfies WordsOf<typeof lesson>;
