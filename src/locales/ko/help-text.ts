/** Help in Korean. */
import type { HelpText } from '../../features/keyboard/help-text.ts';
import type { KeyAction } from '../../features/keyboard/key-table.ts';

const keyActions: Record<KeyAction, string> = {
  'next-step': '다음 단계, 메시지가 가는 중이면 바로 도착',
  'previous-step': '이전 단계',
  'next-request': '다음 요청의 끝으로',
  'previous-request': '이전 요청의 끝으로',
  'next-scene': '수업의 다음 장면',
  'previous-scene': '이전 장면',
  'toggle-play': '재생 또는 일시 정지',
  'first-step': '첫 단계',
  'last-step': '마지막 단계',
  'other-mode': '상태 유지와 무상태 바꾸기',
  'toggle-detail': '전부 보기, 간단히 보기',
  'toggle-future': '다음에 올 단계를 회색으로 보기, 숨기기',
  'toggle-compare': '두 방식을 나란히 비교하기, 또는 끝내기',
  'toggle-power': '그 번호의 서버를 멈추거나 다시 켜기',
  operate: '조작 메뉴: 장애, 끊기, 잃어버리기, 말하기 등',
  predict: '예측: 결정적인 단계 앞에서 멈추고 묻기, 또는 끄기',
  'choose-option': '질문 중에: 그 답 고르기',
  'type-digit': '예측 중에: 고른 답에 든 손의 수',
  reveal: '질문 중에: 답 보기',
  'skip-question': '질문 중에: 건너뛰기',
  'inspect-earlier': '가지 않고 앞 단계 살펴보기',
  'inspect-later': '그다음 단계 살펴보기, Esc로 끝내기',
  'next-branch': '시도해 본 다른 갈래로',
  undo: '마지막 명령을 되돌리거나, 지운 미래를 되살리기',
  redo: '되돌린 명령 다시 하기',
  slower: '느리게',
  faster: '빠르게',
  present: '전체 화면으로 발표하기, 또는 끝내기',
  blank: '화면 가리기, 아무 키나 누르면 돌아옴',
  laser: '레이저 포인터, 발표하는 동안',
  sound: '소리 켜기 또는 끄기',
  help: '이 목록',
};

export const helpText: HelpText = {
  introduction:
    '이 페이지 안에서 작은 클러스터가 돌아가고, 손님이 거기서 물건을 사요. 한 단계씩 넘기다가 서버를 멈추고, 무엇이 잊히는지 보세요. 그다음 상태를 두는 곳을 바꾸고 같은 이야기를 다시 보세요.',
  keys: '단축키',
  keyActions,
  keysOn: '글자, 숫자, 기호 단축키 쓰기',
  soundOn: '단계를 소리로도 듣기',
};
