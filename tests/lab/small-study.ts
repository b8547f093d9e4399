/** A study whose runs take a few milliseconds each. */
import { defaultStudy, type Study } from '../../src/lab/study.ts';

export const smallStudy: Study = {
  ...defaultStudy,
  axes: [{ parameter: 'crashesPerMinute', values: [0, 12] }],
  strategies: ['sticky', 'signed-token'],
  settings: { clients: 3, requests: 4, thinkMs: 2_000 },
  runsPerPoint: 3,
};
