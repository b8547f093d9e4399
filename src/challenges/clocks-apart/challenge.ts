/** One server's clock is two seconds ahead. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  balancing: 'round-robin',
  clockOffsetsUs: [2 * SECOND_US],
  clients: [clients([logIn, me, me, me], { think: { kind: 'fixed', us: SECOND_US / 2 } })],
});

export default {
  id: 'clocks-apart',
  order: 140,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['crash'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: ['store'] },
  settings: ['strategy', 'leeway', 'tokenLifetime', 'balancing', 'keys', 'healthInterval'],
  par: { changes: 1, cost: 1_400 },
  repairs: [{ leeway: 60 * SECOND_US }],
} satisfies BuiltInChallenge;
