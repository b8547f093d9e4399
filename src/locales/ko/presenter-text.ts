/** The presenter's own window, in Korean. */
import type { PresenterText } from '../../features/presenting/presenter/presenter-text.ts';

export const presenterText: PresenterText = {
  title: '발표자 화면',
  now: '지금',
  next: '다음',
  nothingNext: '실행의 끝이에요.',
  audienceWaits: '청중 화면에는 질문만 보여요. 아래 내용은 아직 보이지 않아요.',
  notes: '메모',
  noNotes: '이 단계에는 메모가 없어요. 메모는 수업에 정해진 장면에만 있어요.',
  say: '말하기',
  ask: '묻기',
  answers: '자주 나오는 대답',
  time: '시각',
  elapsed: '지난 시간',
  start: '시계 시작',
  pause: '시계 멈추기',
  reset: '시계 0으로',
  servers: '서버',
  blank: '청중 화면 가리기',
  inStep: '청중 화면과 함께 움직이고 있어요.',
  alone: '청중 화면이 열려 있지 않아요.',
  openAudience: '열기',
  refused: '브라우저가 창을 열지 못하게 했어요. 이 페이지의 팝업을 허용하고 다시 눌러 주세요.',
  otherVersion: '다른 창은 Statescope의 다른 버전이에요. 두 창을 모두 새로 고치면 다시 함께 움직여요.',
  notLinked: '청중 화면에는 거기서 연 다이어그램이 있어요. 그것을 닫으면 이 창이 다시 따라가요.',
};
