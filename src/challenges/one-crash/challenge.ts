/** Copies leave after the reply, and a crash can come between the two. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  servers: 2,
  replication: { delayUs: 500_000 },
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: 2 * SECOND_US } })],
});

export default {
  id: 'one-crash',
  order: 50,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['crash', 'machine'], on: 'servers', most: 1 },
  budget: { changesMax: 2, bans: ['store', 'stateless'] },
  settings: ['strategy', 'copyDelay', 'balancing', 'balancer', 'healthInterval', 'sessionIdle'],
  par: { changes: 2, cost: 950 },
  repairs: [{ strategy: 'replicated', copyDelay: 0 }],
} satisfies BuiltInChallenge;
