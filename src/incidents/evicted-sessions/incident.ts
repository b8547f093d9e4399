/** A store at its memory limit evicts sessions. */

import { logIn, logInAsJun, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  clients: [
    clients([logIn, me], { think: { kind: 'fixed', us: 6 * SECOND_US } }),
    clients([logInAsJun, me], { count: 3, arrivesAtUs: SECOND_US, arrivesWithinUs: 2 * SECOND_US }),
  ],
  store: { entriesMax: 2 },
});

export default incidentOf({
  id: 'evicted-sessions',
  order: 60,
  group: 'stores',
  scenario,
  fixed: { ...scenario, store: { ...scenario.store, entriesMax: 8 } },
  decidesAt: { request: 'client-3/2', at: 'answered' },
  stack: { balancer: 'Traefik', server: 'Authelia', store: 'Redis' },
  configuration: {
    file: 'redis.conf',
    lines: [
      { before: 'maxmemory 128mb', after: 'maxmemory 200mb' },
      { marked: 'maxmemory-policy allkeys-lru' },
      'appendonly yes',
      'appendfsync everysec',
    ],
  },
  reports: [
    {
      name: 'fedora-homelab-containers #152',
      url: 'https://github.com/vonrobak/fedora-homelab-containers/issues/152',
      year: 2026,
    },
    { name: 'ion #351', url: 'https://github.com/tjcsl/ion/issues/351', year: 2015 },
  ],
});
