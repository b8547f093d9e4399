/** The signs of what an operator does, as paths around the origin. */
import type { BandRow } from './model.ts';

/** The size of letters for which they are drawn. */
export const SIGN_FONT_PX = 20;

export const bandSigns: Readonly<Record<BandRow['icon'], string>> = {
  crash: 'M3 -14L-8 3H-1L-3 14L8 -4H1Z',
  restart: 'M-1.6 -13H1.6V-1H-1.6ZM-6 -8.5L-4 -6A7.2 7.2 0 1 0 4 -6L6 -8.5A10.4 10.4 0 1 1 -6 -8.5Z',
};
