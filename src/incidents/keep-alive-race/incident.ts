/** A request crosses the close of an idle connection. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { balancerProfiles } from '../../simulation/balancer.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 1,
  balancer: { ...balancerProfiles.ideal, onServerReset: 'bad-gateway' },
  keepAlive: { idleUs: 5 * SECOND_US },
  // The second request leaves the balancer while the close is on its way to it.
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: 4_959_400 } })],
  network: { internet: { minUs: 20_000, maxUs: 20_000 } },
});

export default incidentOf({
  id: 'keep-alive-race',
  order: 50,
  group: 'balancers',
  scenario,
  fixed: { ...scenario, keepAlive: { idleUs: 90 * SECOND_US } },
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'AWS ALB', server: 'Node' },
  configuration: {
    file: 'server.ts',
    lines: [
      '// ALB: idle_timeout = 60 s',
      'const server = createServer(app);',
      { before: 'server.keepAliveTimeout = 5_000;', after: 'server.keepAliveTimeout = 90_000;' },
    ],
  },
  reports: [
    {
      name: 'growthbook-proxy #135',
      url: 'https://github.com/growthbook/growthbook-proxy/pull/135',
      year: 2026,
    },
    {
      name: 'districtbuilder #448',
      url: 'https://github.com/PublicMapping/districtbuilder/pull/448',
      year: 2020,
    },
    {
      name: 'dotcom-rendering #10450',
      url: 'https://github.com/guardian/dotcom-rendering/pull/10450',
      year: 2024,
    },
  ],
});
