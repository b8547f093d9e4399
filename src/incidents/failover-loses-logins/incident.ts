/** A failover loses writes that were acknowledged. */

import { crash, logIn, me, whenAnswered } from '../../lessons/moves.ts';
import { SESSION_STORE } from '../../simulation/cluster.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  clients: [clients([logIn, me])],
  store: { replica: { copyDelayUs: 500_000 } },
});

export default incidentOf({
  id: 'failover-loses-logins',
  order: 90,
  group: 'stores',
  scenario,
  fixed: {
    ...scenario,
    store: clusterScenario({ ...scenario, store: { replica: { copyDelayUs: 0 } } }).store,
  },
  // The login has been acknowledged.
  commands: [crash(SESSION_STORE, whenAnswered('client/1', 10_000))],
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'Web server', store: 'Redis, Sentinel' },
  configuration: {
    file: 'session-store.ts',
    lines: [
      '// Sentinel: 1 master, 1 replica',
      'async function save(id, session) {',
      '  await redis.set(id, session);',
      { before: null, after: '  if (await redis.wait(1, 100) < 1) throw new Error("not replicated");' },
      { marked: '  return "saved";' },
      '}',
    ],
  },
  reports: [
    { name: 'redis #6062', url: 'https://github.com/redis/redis/issues/6062', year: 2019 },
    { name: 'redis #4819', url: 'https://github.com/redis/redis/issues/4819', year: 2018 },
  ],
});
