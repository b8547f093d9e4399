/** Logged in every other time: two servers take turns, and only one of them knows the user. */
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { logIn, me } from '../moves.ts';
import { purchase } from '../purchase.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  balancing: 'round-robin',
  servers: 2,
  clients: [clients([logIn, me, me, me])],
});

export default {
  id: 'round-robin',
  order: 30,
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    {
      id: 'logged-in',
      traces: ['T7'],
      cards: ['session-is-no-login'],
      at: { request: 'client/1', at: 'answered' },
    },
    { id: 'unknown', traces: ['T7'], at: { request: 'client/2', at: 'answered' } },
    { id: 'known-again', traces: ['T7'], at: { request: 'client/3', at: 'answered' } },
    { id: 'every-other-time', traces: ['T7'], cards: ['whose-state-at-which-layer'], at: 'end' },
    {
      id: 'shopping',
      traces: ['T2'],
      scenario: clusterScenario({ ...scenario, clients: [clients(purchase('laptop'))] }),
      at: { request: 'client/2', at: 'answered' },
    },
  ],
  closing: { at: 'end', compareWith: 'shared-store' },
} as const satisfies Lesson<ClusterScenario>;
