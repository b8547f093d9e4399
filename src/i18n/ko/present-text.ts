/** Presenting, in Korean. */
import type { PresentText } from '../../views/present/present-text.ts';

export const presentText: PresentText = {
  laser: '레이저 포인터',
  blank: '화면 가리기',
  isBlank: '화면을 가렸어요. 아무 키나 누르거나 두드리면 돌아와요.',
  fullScreen: '전체 화면',
  brightness: '밝기',
  contrast: '대비',
  percent: (value) => `${value}%`,
  plainProjection: '원래대로',
};
