/** Clients are bound to the one server that knows them. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'sticky',
  servers: 3,
  balancing: 'round-robin',
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: 2 * SECOND_US } })],
});

export default {
  id: 'sticky-until-it-crashes',
  order: 30,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['restart'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: ['store'] },
  settings: ['strategy', 'balancing', 'servers', 'healthInterval', 'keys'],
  par: { changes: 1, cost: 1_500 },
  repairs: [{ strategy: 'signed-token' }, { strategy: 'sealed-cookie' }],
} satisfies BuiltInChallenge;
