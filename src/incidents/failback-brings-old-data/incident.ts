/** The old primary comes back alone, with what it knew before it failed. */

import { crash, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { SESSION_STORE, SESSION_STORE_REPLICA } from '../../simulation/cluster.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const shop = (said: object) => ({ kind: 'shop', said }) as const;
const replica = { copyDelayUs: 50_000, pingIntervalUs: SECOND_US, pingFailuresMax: 2 };
const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 1,
  clients: [
    clients([
      shop({ product: 'laptop' }),
      shop({ quantity: 2 }),
      shop({ quantity: 3 }),
      shop({ payment: 'card' }),
    ]),
  ],
  store: { isPersistent: true, entriesMax: null, replica },
});

export default incidentOf({
  id: 'failback-brings-old-data',
  order: 80,
  group: 'stores',
  scenario,
  fixed: { ...scenario, store: { ...scenario.store, isPersistent: false } },
  commands: [
    crash(SESSION_STORE, whenAnswered('client/2', 500_000)),
    crash(SESSION_STORE_REPLICA, whenAnswered('client/3', 500_000)),
    { kind: 'restart', node: SESSION_STORE, moment: whenAnswered('client/3', SECOND_US) },
  ],
  decidesAt: { request: 'client/4', at: 'answered' },
  stack: { balancer: 'x', server: 'Pod' },
  configuration: { file: 'x', lines: [] },
  reports: [],
});
