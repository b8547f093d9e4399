/** A payment is repeated after an answer that never came. */
import { logInAsJun, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  clients: [
    clients([logInAsJun, { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false }], {
      retries: 1,
      think: { kind: 'fixed', us: SECOND_US },
    }),
  ],
});

export default {
  id: 'paid-twice',
  order: 40,
  scenario,
  commands: [],
  goal: { never: ['charged-twice', 'request-failed'], bytesMax: 0 },
  faults: { kinds: ['crash'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: [] },
  settings: ['strategy', 'servers', 'balancing', 'balancer', 'healthInterval', 'idempotencyKey', 'retries'],
  par: { changes: 1, cost: 1_750 },
  repairs: [{ idempotencyKey: true }],
} satisfies BuiltInChallenge;
