/** A server's memory is the only place that has the session. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  servers: 2,
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: 2 * SECOND_US } })],
});

export default {
  id: 'the-clerk-forgets',
  order: 10,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['crash', 'restart'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: [] },
  settings: ['strategy', 'servers', 'balancing', 'healthInterval', 'sessionIdle'],
  par: { changes: 1, cost: 1_450 },
  repairs: [{ strategy: 'shared-store' }, { strategy: 'signed-token' }, { strategy: 'sealed-cookie' }],
} satisfies BuiltInChallenge;
