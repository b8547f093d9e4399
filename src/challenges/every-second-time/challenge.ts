/** A balancer that takes turns sends each request to another memory. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  servers: 2,
  balancing: 'round-robin',
  clients: [clients([logIn, me, me, me], { think: { kind: 'fixed', us: SECOND_US } })],
});

export default {
  id: 'every-second-time',
  order: 20,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['freeze'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: ['store', 'stateless'] },
  settings: ['strategy', 'copyDelay', 'balancing', 'servers', 'healthInterval'],
  par: { changes: 1, cost: 750 },
  repairs: [{ balancing: 'cookie' }, { servers: 1 }],
} satisfies BuiltInChallenge;
