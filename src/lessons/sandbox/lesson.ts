/** Build your own. Its scenes are starting points, each with something else to change. */
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { transportScenario } from '../../simulation/transport-scenario.ts';
import type { Lesson } from '../lesson.ts';
import { logIn, logOut, me, SECOND_US } from '../moves.ts';
import { purchase } from '../purchase.ts';

const firstAnswer = { request: 'client/1', at: 'answered' } as const;

export default {
  id: 'sandbox',
  order: 150,
  panel: 'builder',
  scenario: clusterScenario({ strategy: 'server-memory', clients: [clients(purchase('laptop'))] }),
  opensAt: firstAnswer,
  scenes: [
    {
      id: 'one-router',
      traces: [],
      scenario: clusterScenario({
        strategy: 'sticky',
        balancing: 'source-address',
        clients: [
          clients([logIn, me, logOut], { sharesAddress: true, count: 2 }),
          clients(purchase('americano'), { arrivesAtUs: 2 * SECOND_US }),
        ],
      }),
      at: firstAnswer,
    },
    {
      id: 'store-with-replica',
      traces: [],
      scenario: clusterScenario({
        strategy: 'shared-store',
        balancing: 'round-robin',
        store: {
          isPersistent: false,
          entriesMax: null,
          replica: { copyDelayUs: 500_000, pingIntervalUs: SECOND_US, pingFailuresMax: 2 },
        },
        clients: [clients([logIn, me, me, logOut])],
      }),
      at: firstAnswer,
    },
    {
      id: 'rough-network',
      traces: [],
      scenario: transportScenario({
        script: [
          { kind: 'open' },
          { kind: 'send', text: 'one' },
          { kind: 'request', text: 'two' },
          { kind: 'close' },
        ],
        network: {
          latency: { minUs: 20_000, maxUs: 30_000 },
          lossPerMillion: 150_000,
          duplicationPerMillion: 100_000,
        },
      }),
      at: { request: 'client/1', at: 'sent' },
    },
  ],
  closing: { at: 'end', compareWith: 'client-state' },
} as const satisfies Lesson;
