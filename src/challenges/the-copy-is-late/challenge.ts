/** The second store takes over without the latest logins. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: 2 * SECOND_US } })],
  store: { replica: { copyDelayUs: 500_000, readsFrom: 'replica' } },
});

export default {
  id: 'the-copy-is-late',
  order: 130,
  scenario,
  commands: [],
  goal: { never: ['asked-again'], bytesMax: 0 },
  faults: { kinds: ['crash', 'restart'], on: 'machines', most: 1 },
  budget: { changesMax: 2, bans: ['stateless'] },
  settings: ['strategy', 'copyDelay', 'storePersistent', 'storeReplica', 'readsFrom', 'storeClient'],
  par: { changes: 1, cost: 1_850 },
  repairs: [
    { storeReplica: 'at-once', readsFrom: 'primary' },
    { storeReplica: 'at-once' },
    { strategy: 'replicated', copyDelay: 0 },
  ],
} satisfies BuiltInChallenge;
