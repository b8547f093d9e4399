/** Presenting, in English. */
import type { PresentText } from '../../features/presenting/present-text.ts';

export const presentText: PresentText = {
  laser: 'Laser pointer',
  blank: 'Blank the screen',
  isBlank: 'The screen is blank. Any key or a tap brings it back.',
  fullScreen: 'Full screen',
  presenterWindow: 'Presenter’s window',
  presenterRefused: 'The browser blocked the window. Allow pop-ups for this page, or use this link:',
  presenterLink: 'Open the presenter’s window',
  brightness: 'Brightness',
  contrast: 'Contrast',
  percent: (value) => `${value}%`,
  plainProjection: 'Reset brightness and contrast',
};
