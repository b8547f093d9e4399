/** A token stays valid after its owner has logged out. */

import { handOver, logIn, logOut, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  clients: [clients([logIn, handOver('client-2'), logOut]), clients([])],
});

export default incidentOf({
  id: 'logout-is-local',
  order: 160,
  group: 'keys',
  scenario,
  fixed: { ...scenario, tokens: { ...scenario.tokens, hasDenyList: true } },
  commands: [
    {
      kind: 'instruct',
      nodes: ['client-2'],
      instruction: { kind: 'say', line: me },
      moment: whenAnswered('client/3', SECOND_US),
    },
  ],
  decidesAt: { request: 'client-2/1+1', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'API', store: 'Redis' },
  configuration: {
    file: 'auth.ts',
    lines: [
      'const claims = verify(token, key);',
      { marked: 'if (claims === null) return reply(401);' },
      { before: null, after: 'if (await denyList.has(claims.jti)) return reply(401);' },
    ],
  },
  reports: [
    { name: 'heimdall2 #1559', url: 'https://github.com/mitre/heimdall2/issues/1559', year: 2021 },
    {
      name: 'Jwt-Spring-Security-JPA #12',
      url: 'https://github.com/isopropylcyanide/Jwt-Spring-Security-JPA/issues/12',
      year: 2020,
    },
  ],
});
