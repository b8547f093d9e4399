/** Help in Korean. */
import type { HelpText } from '../../features/keyboard/help-text.ts';
import type { KeyAction } from '../../features/keyboard/key-table.ts';

const keyActions: Record<KeyAction, string> = {
  'next-step': '다음 단계(메시지가 가는 중이면 바로 도착)',
  'previous-step': '이전 단계',
  'next-request': '다음 요청 끝으로',
  'previous-request': '이전 요청 끝으로',
  'next-scene': '수업의 다음 장면',
  'previous-scene': '이전 장면',
  'toggle-play': '재생 또는 일시 정지',
  'first-step': '첫 단계',
  'last-step': '마지막 단계',
  'other-mode': '상태 유지와 무상태 전환',
  'toggle-detail': '전부 보기와 간단히 보기 전환',
  'toggle-future': '다음 단계를 흐리게 미리 보기, 숨기기',
  'toggle-transit': '다른 메시지와 겹쳐 전송된 메시지를 비스듬히, 또는 수평으로 그리기',
  'toggle-compare': '두 방식을 나란히 비교, 끝내기',
  'go-to-digit': '다이어그램에서: 갈림길에서는 그 가지로, 다른 곳에서는 입력한 번호의 단계로 이동',
  'toggle-power': '그 번호의 서버에 장애 내기 또는 재시작',
  operate: '조작 메뉴: 장애, 드레인, 링크 끊기, 메시지 유실 등',
  predict: '예측: 중요한 단계 앞에서 멈추고 묻기, 끄기',
  'choose-option': '질문 중에: 그 답 선택',
  'type-digit': '예측 중에: 고른 답에 손든 사람 수',
  reveal: '질문 중에: 답 보기',
  'skip-question': '질문 중에: 건너뛰기',
  'inspect-earlier': '현재 단계에 머물면서 앞 단계 살펴보기',
  'inspect-later': '뒤 단계 살펴보기(Esc로 끝내기)',
  'next-branch': '시도한 다른 갈래로',
  undo: '마지막 조작이나 갈래 삭제 되돌리기',
  redo: '되돌린 조작 다시 하기',
  slower: '느리게',
  faster: '빠르게',
  present: '전체 화면으로 발표, 끝내기',
  blank: '화면 가리기(아무 키나 누르면 돌아옴)',
  laser: '레이저 포인터(발표 중)',
  sound: '소리 켜기 또는 끄기',
  help: '도움말',
};

export const helpText: HelpText = {
  introduction:
    '이 페이지 안에서 작은 클러스터를 시뮬레이션해요. 한 단계씩 넘기다가 서버에 장애를 내고, 무엇이 사라지는지 보세요. 그다음 상태를 두는 곳을 바꿔 같은 과정을 비교해 보세요.',
  keys: '단축키',
  keyActions,
  keysOn: '문자, 숫자, 기호 단축키 사용',
  soundOn: '단계마다 소리 내기',
  licences: '라이선스:',
  packages: '패키지',
};
