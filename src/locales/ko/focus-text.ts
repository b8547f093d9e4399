/** What is shown of a diagram or a run, in Korean. */
import type { FocusText } from '../../features/focusing/focus-text.ts';
import { number } from './words.ts';

export const focusText: FocusText = {
  focus: '집중해서 보기: 관련 없는 것은 흐리게',
  leaveFocus: '집중해서 보기 끝내기',
  hide: '메시지와 함께 숨기기',
  cannotHide: '숨기면 남는 것이 없어요.',
  showEverything: '모두 보이기',
  fold: (heading) => `“${heading}” 접기`,
  unfold: (heading) => `“${heading}” 펼치기`,
  hidden: (participants) => `참여자 ${number.format(participants)}개를 숨겼어요`,
  passedOver: (steps) => `${number.format(steps)}단계를 건너뛰어요`,
  folded: (frames) => `프레임 ${number.format(frames)}개를 접었어요`,
  focused: (name) => `${name}에 집중해서 보는 중이에요`,
  transit: '전송 시간 보기',
  links: '링크',
  opensInNewTab: '새 탭에서 열려요',
  onlyHttps: 'https 주소만 열 수 있어요.',
};
