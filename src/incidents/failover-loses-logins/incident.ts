/** A failover loses writes that were acknowledged. */

import { crash, logIn, logInAsJun, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { SESSION_STORE } from '../../simulation/cluster.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const replica = { copyDelayUs: 500_000, pingIntervalUs: SECOND_US, pingFailuresMax: 2 };
const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  clients: [clients([logIn, me]), clients([logInAsJun, me], { arrivesAtUs: 3 * SECOND_US })],
  store: { isPersistent: false, entriesMax: null, replica },
});

export default incidentOf({
  id: 'failover-loses-logins',
  order: 70,
  group: 'stores',
  scenario,
  fixed: { ...scenario, store: { ...scenario.store, replica: { ...replica, copyDelayUs: 0 } } },
  // The second login has been acknowledged.
  commands: [crash(SESSION_STORE, whenAnswered('client-2/1', 10_000))],
  decidesAt: { request: 'client-2/2', at: 'answered' },
  stack: { balancer: 'nginx', server: 'Web server', store: 'Redis + Sentinel' },
  configuration: { file: 'x', lines: [] },
  reports: [],
});
