/** Shopping: the clerk changes. Opens where Server 1 already remembers the laptop. */
import { type ClusterScenario, clients, clusterScenario } from '../simulation/scenario.ts';
import type { Lesson } from './lesson.ts';
import { purchase } from './purchase.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  clients: [clients(purchase('laptop'))],
});

const afterTheFirstAnswer = { request: 'client/1', at: 'answered', offsetUs: 0 } as const;
const crash = { kind: 'crash', node: 'server-1', moment: afterTheFirstAnswer } as const;

export const clerk: Lesson<ClusterScenario> = {
  id: 'clerk',
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  beats: [
    { id: 'remembered', at: { request: 'client/1', at: 'answered' } },
    { id: 'same-clerk', at: 'end' },
    { id: 'another-clerk', commands: [crash], at: { request: 'client/2', at: 'answered' } },
    {
      id: 'by-turns',
      scenario: { ...scenario, balancing: 'round-robin' },
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'complete-requests',
      scenario: { ...scenario, strategy: 'client-state' },
      commands: [crash],
      at: { request: 'client/2', at: 'answered' },
    },
  ],
  closing: { commands: [crash], at: { request: 'client/2', at: 'answered' }, compareWith: 'client-state' },
};
