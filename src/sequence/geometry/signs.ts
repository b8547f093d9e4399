/** Signs of operator commands, as paths around the origin. */
import type { BandRow } from '../model.ts';

/** The font size that they're drawn for. */
export const SIGN_FONT_PX = 20;

export const bandSigns: Readonly<Record<BandRow['icon'], string>> = {
  crash: 'M3 -14L-8 3H-1L-3 14L8 -4H1Z',
  freeze: 'M-9 -13H-3V13H-9ZM3 -13H9V13H3Z',
  thaw: 'M-8 -13L12 0L-8 13Z',
  restart: 'M-1.6 -13H1.6V-1H-1.6ZM-6 -8.5L-4 -6A7.2 7.2 0 1 0 4 -6L6 -8.5A10.4 10.4 0 1 1 -6 -8.5Z',
  add: 'M-3 -12H3V-3H12V3H3V12H-3V3H-12V-3H-3Z',
  drain: 'M-12 -3H2V-10L13 0L2 10V3H-12Z',
  cut: 'M-14 -3H-5V3H-14ZM5 -3H14V3H5ZM1.5 -12L5 -11L-1.5 12L-5 11Z',
  heal: 'M-14 -7H-5V-2.5H5V-7H14V7H5V2.5H-5V7H-14Z',
  drop: 'M-9 -12L0 -3L9 -12L12 -9L3 0L12 9L9 12L0 3L-9 12L-12 9L-3 0L-12 -9Z',
  instruct: 'M-12 -11H12V6H0L-7 13V6H-12Z',
  'give-up': 'M-9 -13H9V-9L2.5 0L9 9V13H-9V9L-2.5 0L-9 -9Z',
  notice: 'M-2.8 -13H2.8L1.8 4H-1.8ZM-2.6 7.5H2.6V12.7H-2.6Z',
};
