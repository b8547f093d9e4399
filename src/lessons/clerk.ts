/** Shopping: the clerk changes. Opens where Server 1 already remembers the laptop. */
import { defaultTiming } from '../simulation/scenario.ts';
import type { Lesson } from './lesson.ts';
import { purchase } from './purchase.ts';

export const clerk: Lesson = {
  id: 'clerk',
  scenario: {
    strategy: 'server-memory',
    balancing: 'first',
    servers: 3,
    script: purchase('laptop'),
    seed: 1,
    timing: defaultTiming,
  },
  opensAt: { request: 'client/1', at: 'answered' },
};
