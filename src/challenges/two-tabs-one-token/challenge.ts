/** Two tabs use one refresh token at the same time. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const refresh = { kind: 'refresh' } as const;
const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  balancing: 'round-robin',
  tokens: { refreshLifetimeUs: 600 * SECOND_US },
  clients: [
    clients([logIn, { kind: 'at-once', lines: [refresh, refresh] }, me, refresh, me], {
      think: { kind: 'fixed', us: SECOND_US },
    }),
  ],
});

export default {
  id: 'two-tabs-one-token',
  order: 120,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['freeze'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: [] },
  settings: ['strategy', 'refreshReuse', 'tokenLifetime', 'balancing', 'servers', 'storeReplica'],
  par: { changes: 1, cost: 1_200 },
  repairs: [{ refreshReuse: 'grace' }, { strategy: 'shared-store' }],
} satisfies BuiltInChallenge;
