/** Presenting, in Korean. */
import type { PresentText } from '../../features/presenting/present-text.ts';

export const presentText: PresentText = {
  laser: '레이저 포인터',
  blank: '화면 가리기',
  isBlank: '화면을 가렸어요. 아무 키나 누르거나 화면을 누르면 돌아와요.',
  fullScreen: '전체 화면',
  presenterWindow: '발표자 화면',
  presenterRefused: '브라우저가 팝업을 막았어요. 이 페이지의 팝업을 허용하거나 이 링크를 누르세요.',
  presenterLink: '발표자 화면 열기',
  brightness: '밝기',
  contrast: '대비',
  percent: (value) => `${value}%`,
  plainProjection: '기본값으로',
};
