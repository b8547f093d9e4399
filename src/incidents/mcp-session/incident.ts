/** An MCP session in the memory of one pod. */

import { logIn, me } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  balancing: 'round-robin',
  clients: [clients([logIn, me, me, me])],
});

export default incidentOf({
  id: 'mcp-session',
  order: 10,
  group: 'balancers',
  scenario,
  fixed: { ...scenario, strategy: 'shared-store' },
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'Kubernetes Service', server: 'MCP server', store: 'Redis' },
  configuration: {
    file: 'deployment.yaml',
    lines: [
      'kind: Deployment',
      'spec:',
      '  replicas: 3',
      '  …',
      { before: '  SESSION_STORE: memory', after: '  SESSION_STORE: redis://sessions:6379' },
    ],
  },
  reports: [
    { name: 'fastmcp #1003', url: 'https://github.com/PrefectHQ/fastmcp/issues/1003', year: 2025 },
    { name: 'nao #925', url: 'https://github.com/getnao/nao/issues/925', year: 2026 },
  ],
});
