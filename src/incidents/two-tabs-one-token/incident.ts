/** Two tabs use one refresh token at the same time. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const refresh = { kind: 'refresh' } as const;
const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  balancing: 'round-robin',
  tokens: { refreshLifetimeUs: 600 * SECOND_US },
  clients: [clients([logIn, { kind: 'at-once', lines: [refresh, refresh] }, me])],
});

export default incidentOf({
  id: 'two-tabs-one-token',
  order: 190,
  group: 'concurrency',
  scenario,
  fixed: { ...scenario, tokens: { ...scenario.tokens, refreshReuse: 'grace' } },
  decidesAt: { request: 'client/2+1', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'API', store: 'Token database' },
  configuration: {
    file: 'auth.yaml',
    lines: [
      'refresh_tokens:',
      '  rotation: true',
      { before: '  reuse_interval: 0s', after: '  reuse_interval: 10s' },
      { marked: '  on_reuse: revoke_login' },
    ],
  },
  reports: [
    { name: 'directus #22360', url: 'https://github.com/directus/directus/issues/22360', year: 2024 },
    { name: 'OpenRisk #700', url: 'https://github.com/opendefender/OpenRisk/issues/700', year: 2026 },
    { name: 'fliks #457', url: 'https://github.com/fliks-app/fliks/pull/457', year: 2026 },
  ],
});
