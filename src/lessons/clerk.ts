/** Shopping: the clerk changes. Opens where Server 1 already remembers the laptop. */
import { clients, clusterScenario } from '../simulation/scenario.ts';
import type { Lesson } from './lesson.ts';
import { purchase } from './purchase.ts';

export const clerk: Lesson = {
  id: 'clerk',
  scenario: clusterScenario({ strategy: 'server-memory', clients: [clients(purchase('laptop'))] }),
  opensAt: { request: 'client/1', at: 'answered' },
};
