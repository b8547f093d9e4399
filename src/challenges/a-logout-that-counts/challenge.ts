/** A token stays valid after its owner has logged out. */
import { handOver, logIn, logOut, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  clients: [
    clients([logIn, handOver('client-2'), logOut], { think: { kind: 'fixed', us: SECOND_US } }),
    clients([]),
  ],
});

export default {
  id: 'a-logout-that-counts',
  order: 70,
  scenario,
  // The one with a copy of the credential tries it after the logout.
  commands: [
    {
      kind: 'instruct',
      nodes: ['client-2'],
      instruction: { kind: 'say', line: me },
      moment: whenAnswered('client/3', SECOND_US),
    },
  ],
  goal: { never: ['logged-out-works'], bytesMax: 0 },
  faults: { kinds: ['restart'], on: 'servers', most: 1 },
  budget: { changesMax: 1, bans: [] },
  settings: ['strategy', 'denyList', 'leeway', 'keys', 'servers', 'balancing'],
  par: { changes: 1, cost: 1_400 },
  repairs: [{ denyList: true }, { strategy: 'shared-store' }, { strategy: 'server-memory' }],
} satisfies BuiltInChallenge;
