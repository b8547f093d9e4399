/** Two requests change one session at the same time. */
import { logIn, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  balancing: 'round-robin',
  clients: [
    clients(
      [
        logIn,
        {
          kind: 'at-once',
          lines: [
            { kind: 'add-to-cart', product: 'laptop' },
            { kind: 'add-to-cart', product: 'americano' },
          ],
        },
        { kind: 'cart' },
      ],
      { think: { kind: 'fixed', us: SECOND_US } },
    ),
  ],
});

export default {
  id: 'two-tabs-one-cart',
  order: 100,
  scenario,
  commands: [],
  goal: { never: ['session-lost'], bytesMax: 0 },
  faults: { kinds: ['freeze'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: [] },
  settings: ['strategy', 'sessionWrites', 'balancing', 'servers', 'storeReplica'],
  par: { changes: 1, cost: 1_900 },
  repairs: [{ sessionWrites: 'if-unchanged' }, { sessionWrites: 'lock' }],
} satisfies BuiltInChallenge;
