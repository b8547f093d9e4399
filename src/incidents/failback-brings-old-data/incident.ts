/** A store comes back with what it knew before it failed. */
import { crash, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { SESSION_STORE, SESSION_STORE_REPLICA } from '../../simulation/cluster.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 1,
  clients: [
    clients([
      { kind: 'shop', said: { product: 'laptop' } },
      { kind: 'shop', said: { quantity: 2 } },
      { kind: 'shop', said: { quantity: 3 } },
      { kind: 'shop', said: { payment: 'card' } },
    ]),
  ],
  store: { isPersistent: true, replica: { copyDelayUs: 50_000, resyncs: false } },
});
const { store } = clusterScenario({
  ...scenario,
  store: { isPersistent: true, replica: { copyDelayUs: 50_000, resyncs: true } },
});

export default incidentOf({
  id: 'failback-brings-old-data',
  order: 100,
  group: 'stores',
  scenario,
  fixed: { ...scenario, store },
  // The first store is away while the quantity changes. Then the second one fails.
  commands: [
    crash(SESSION_STORE, whenAnswered('client/2', SECOND_US / 2)),
    { kind: 'restart', node: SESSION_STORE, moment: whenAnswered('client/3', SECOND_US / 2) },
    crash(SESSION_STORE_REPLICA, whenAnswered('client/3', SECOND_US)),
  ],
  decidesAt: { request: 'client/4', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'Tomcat', store: 'memcached n1, n2' },
  configuration: {
    file: 'store.yaml',
    lines: [
      'nodes: [n1, n2]',
      'write: both, while both are up',
      { before: 'on-return: continue', after: 'on-return: copy-from-peer' },
    ],
  },
  reports: [
    {
      name: 'memcached-session-manager #300',
      url: 'https://github.com/magro/memcached-session-manager/issues/300',
      year: 2016,
    },
    { name: 'redis #12570', url: 'https://github.com/redis/redis/issues/12570', year: 2023 },
  ],
});
