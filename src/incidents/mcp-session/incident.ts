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
  stack: { balancer: 'Kubernetes Service', server: 'MCP pod', store: 'Redis' },
  configuration: {
    file: 'server.ts',
    lines: [
      '// deployment.yaml: replicas: 3',
      {
        before: 'const sessions = new Map();',
        after: 'const sessions = new RedisSessions("redis://sessions:6379");',
      },
      'app.post("/mcp", (request, reply) => {',
      '  const id = request.headers["mcp-session-id"];',
      '  const session = await sessions.get(id);',
      '  if (!session) return reply.status(404).send("Session not found");',
    ],
  },
  reports: [
    { name: 'fastmcp #1003', url: 'https://github.com/PrefectHQ/fastmcp/issues/1003', year: 2025 },
    { name: 'mcp-use #153', url: 'https://github.com/mcp-use/mcp-use/issues/153', year: 2025 },
    { name: 'nao #925', url: 'https://github.com/getnao/nao/issues/925', year: 2026 },
  ],
});
