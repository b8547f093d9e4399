/** The one store has everything, and only in its memory. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: 2 * SECOND_US } })],
});

export default {
  id: 'the-store-goes-down',
  order: 60,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['crash', 'restart'], on: 'machines', most: 1 },
  budget: { changesMax: 2, bans: [] },
  settings: ['strategy', 'storePersistent', 'storeReplica', 'storeClient', 'storeWriteError', 'servers'],
  par: { changes: 1, cost: 1_550 },
  repairs: [{ storePersistent: true }, { storeReplica: 'at-once' }, { strategy: 'signed-token' }],
} satisfies BuiltInChallenge;
