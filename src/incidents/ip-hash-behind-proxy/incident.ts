/** Hashing addresses that are all the proxy's. */

import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { balancerProfiles } from '../../simulation/balancer.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const people = (sharesAddress: boolean) => [
  clients([logIn, me], { count: 6, arrivesWithinUs: 100_000, sharesAddress }),
];
const scenario = clusterScenario({
  strategy: 'server-memory',
  balancing: 'source-address',
  balancer: balancerProfiles.nginx,
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
  decidesAt: { request: 'client-6/1', at: 'answered' },
  stack: { balancer: 'Proxy, nginx', server: 'App' },
  configuration: {
    file: 'nginx.conf',
    lines: [
      { before: null, after: 'set_real_ip_from 10.0.0.0/8;' },
      { before: null, after: 'real_ip_header X-Forwarded-For;' },
      'upstream app {',
      { marked: '  ip_hash;' },
      '  server app-1:8000;',
      '  server app-2:8000;',
      '  server app-3:8000;',
      '}',
    ],
  },
  reports: [
    { name: 'ZnDraw #859', url: 'https://github.com/zincware/ZnDraw/pull/859', year: 2026 },
    { name: 'builder #1753', url: 'https://github.com/goplus/builder/issues/1753', year: 2025 },
    {
      name: 'matrix-docker-ansible-deploy #1022',
      url: 'https://github.com/spantaleev/matrix-docker-ansible-deploy/issues/1022',
      year: 2021,
    },
  ],
});
