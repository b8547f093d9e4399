/** Servers are replaced one after the other while people work. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { balancerProfiles } from '../../simulation/balancer.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import type { BuiltInChallenge } from '../built-in-challenge.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  servers: 3,
  balancing: 'cookie',
  balancer: balancerProfiles.haproxy,
  clients: [clients([logIn, me, me, me], { think: { kind: 'fixed', us: SECOND_US } })],
});

export default {
  id: 'a-quiet-deploy',
  order: 90,
  scenario,
  commands: [],
  goal: { never: ['asked-again', 'request-failed'], bytesMax: 0 },
  faults: { kinds: ['deploy'], on: 'servers', most: 2 },
  budget: { changesMax: 2, bans: [] },
  settings: ['strategy', 'balancing', 'balancer', 'healthInterval', 'retries', 'keys'],
  par: { changes: 2, cost: 1_550 },
  repairs: [
    { strategy: 'shared-store', balancer: 'ideal' },
    { strategy: 'signed-token', balancer: 'nginx' },
    { strategy: 'sealed-cookie', balancer: 'ideal' },
  ],
} satisfies BuiltInChallenge;
