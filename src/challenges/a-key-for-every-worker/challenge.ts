/** Each worker seals cookies with a key of its own. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'sealed-cookie',
  servers: 3,
  balancing: 'round-robin',
  keys: { kind: 'own' },
  clients: [clients([logIn, me, me, me], { think: { kind: 'fixed', us: SECOND_US } })],
});

export default {
  id: 'a-key-for-every-worker',
  order: 80,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['restart'], on: 'servers', most: 2 },
  budget: { changesMax: 1, bans: [] },
  settings: ['strategy', 'keys', 'balancing', 'servers', 'leeway', 'healthInterval'],
  par: { changes: 1, cost: 1_850 },
  repairs: [{ keys: 'shared' }, { strategy: 'shared-store' }],
} satisfies BuiltInChallenge;
