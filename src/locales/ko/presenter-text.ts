/** The presenter's own window, in Korean. */
import type { PresenterText } from '../../features/presenting/presenter/presenter-text.ts';

export const presenterText: PresenterText = {
  title: '발표자 화면',
  now: '현재',
  next: '다음',
  nothingNext: '마지막 단계예요.',
  audienceWaits: '청중 화면에는 질문만 보여요. 아래 내용은 아직 보이지 않아요.',
  notes: '발표자 노트',
  noNotes: '이 단계에는 발표자 노트가 없어요. 노트는 수업의 정해진 장면에만 있어요.',
  say: '설명',
  ask: '질문',
  answers: '자주 나오는 대답',
  time: '시각',
  elapsed: '경과 시간',
  start: '타이머 시작',
  pause: '타이머 일시 정지',
  reset: '타이머 초기화',
  servers: '서버',
  blank: '청중 화면 가리기',
  inStep: '청중 화면과 연동 중이에요.',
  alone: '청중 화면이 열려 있지 않아요.',
  openAudience: '열기',
  refused: '브라우저가 팝업을 막았어요. 이 페이지의 팝업을 허용하고 다시 눌러 주세요.',
  otherVersion: '다른 창의 Statescope와 버전이 달라요. 두 창을 모두 새로 고치면 다시 연동돼요.',
  notLinked: '청중 화면에 가져온 다이어그램이 열려 있어요. 다이어그램을 닫으면 다시 연동돼요.',
};
