/** Presenting, in English. */
import type { PresentText } from '../../views/present/present-text.ts';

export const presentText: PresentText = {
  laser: 'Laser pointer',
  blank: 'Blank the screen',
  isBlank: 'The screen is blank. Any key or a tap brings it back.',
  fullScreen: 'Full screen',
  brightness: 'Brightness',
  contrast: 'Contrast',
  percent: (value) => `${value}%`,
  plainProjection: 'As it was',
};
