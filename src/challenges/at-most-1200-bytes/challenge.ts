/** Everything that is known of a user travels with each request. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'sealed-cookie',
  servers: 2,
  clients: [
    clients([{ kind: 'note', characters: 600 }, logIn, me, me], { think: { kind: 'fixed', us: SECOND_US } }),
  ],
});

export default {
  id: 'at-most-1200-bytes',
  order: 110,
  scenario,
  commands: [],
  goal: { never: ['too-many-bytes', 'asked-again'], bytesMax: 1_200 },
  faults: { kinds: ['crash'], on: 'servers', most: 1 },
  budget: { changesMax: 2, bans: [] },
  settings: ['strategy', 'copyDelay', 'balancing', 'servers', 'denyList', 'storeReplica'],
  par: { changes: 1, cost: 3_200 },
  repairs: [{ strategy: 'shared-store' }],
} satisfies BuiltInChallenge;
