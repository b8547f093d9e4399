/** Another server answers. Opens where Server 1 already remembers the laptop. */
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { purchase } from '../purchase.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  clients: [clients(purchase('laptop'))],
});

const afterTheFirstAnswer = { request: 'client/1', at: 'answered', offsetUs: 0 } as const;
const crash = { kind: 'crash', node: 'server-1', moment: afterTheFirstAnswer } as const;
/** The note has been copied by then, and the customer is still thinking. */
const crashAfterTheCopy = { ...crash, moment: { ...afterTheFirstAnswer, offsetUs: 100_000 } } as const;

export default {
  id: 'clerk',
  order: 10,
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    {
      id: 'remembered',
      traces: ['T1'],
      cards: ['state-is-what-is-remembered'],
      at: { request: 'client/1', at: 'answered' },
    },
    { id: 'same-clerk', traces: ['T1'], at: 'end' },
    {
      id: 'another-clerk',
      traces: ['T2'],
      cards: ['crash-loses-only-copies'],
      commands: [crash],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'by-turns',
      traces: ['T2'],
      scenario: clusterScenario({ ...scenario, balancing: 'round-robin' }),
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'handover',
      traces: ['T3'],
      scenario: clusterScenario({ ...scenario, strategy: 'replicated' }),
      commands: [crashAfterTheCopy],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'complete-requests',
      traces: ['T4'],
      cards: ['server-works-it-out', 'complete-is-not-trusted', 'rest-asks-for-stateless'],
      scenario: clusterScenario({
        ...scenario,
        strategy: 'client-state',
        balancing: 'round-robin',
        clients: [clients(purchase('americano'))],
      }),
      at: 'end',
    },
  ],
  closing: { commands: [crash], at: { request: 'client/2', at: 'answered' }, compareWith: 'client-state' },
} as const satisfies Lesson<ClusterScenario>;
