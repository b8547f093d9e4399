/** A full store makes room by forgetting the session that was used least recently. */
import { logIn, logInAsJun, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  clients: [
    clients([logIn, me], { think: { kind: 'fixed', us: 4 * SECOND_US } }),
    clients([logInAsJun, me], {
      count: 3,
      arrivesAtUs: SECOND_US,
      arrivesWithinUs: SECOND_US,
      think: { kind: 'fixed', us: SECOND_US },
    }),
  ],
  store: { entriesMax: 2 },
});

export default {
  id: 'no-room-in-the-store',
  order: 150,
  scenario,
  commands: [],
  goal: { never: ['session-lost', 'asked-again', 'request-failed'], bytesMax: 0 },
  faults: { kinds: ['deploy'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: ['stateless'] },
  settings: ['strategy', 'storeEntries', 'whenFull', 'sessionIdle', 'storeWriteError', 'storeReplica'],
  par: { changes: 1, cost: 1_600 },
  repairs: [{ storeEntries: 8 }, { storeEntries: 4 }],
} satisfies BuiltInChallenge;
