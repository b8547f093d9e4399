/** Hashing addresses that are all the proxy's. */

import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const people = (sharesAddress: boolean) => [
  clients([logIn, me], { count: 6, arrivesWithinUs: 100_000, sharesAddress }),
];
const scenario = clusterScenario({
  strategy: 'server-memory',
  balancing: 'source-address',
  capacity: { workers: 1, queueMax: 2 },
  timing: {
    service: { kind: 'fixed', us: 80_000 },
    replyUs: 300,
    healthIntervalUs: SECOND_US,
    healthFailuresMax: 2,
    backendTimeoutUs: 300_000,
    serverTimeoutUs: SECOND_US,
    clientTimeoutUs: 3 * SECOND_US,
  },
  clients: people(true),
});

export default incidentOf({
  id: 'ip-hash-behind-proxy',
  order: 20,
  group: 'balancers',
  scenario,
  fixed: { ...scenario, clients: people(false) },
  decidesAt: { request: 'client-4/1', at: 'answered' },
  stack: { balancer: 'nginx', server: 'ZnDraw' },
  configuration: { file: 'x', lines: [] },
  reports: [],
});
