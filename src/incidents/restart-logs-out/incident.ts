/** A restart empties the memory that had the sessions. */

import { crash, logIn, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  servers: 1,
  clients: [clients([logIn, me, me])],
});

export default incidentOf({
  id: 'restart-logs-out',
  order: 220,
  group: 'deploys',
  scenario,
  fixed: { ...scenario, strategy: 'shared-store' },
  commands: [
    crash('server-1', whenAnswered('client/2', SECOND_US)),
    { kind: 'restart', node: 'server-1', moment: whenAnswered('client/2', 2 * SECOND_US) },
  ],
  decidesAt: { request: 'client/3', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'Express', store: 'Redis' },
  configuration: {
    file: 'app.js',
    lines: [
      'app.use(session({',
      '  secret: process.env.SESSION_SECRET,',
      { before: '  store: new MemoryStore(),', after: '  store: new RedisStore({ client: redis }),' },
      '}));',
    ],
  },
  reports: [
    {
      name: 'rhizone-lms #30',
      url: 'https://github.com/OpenTree-Education/rhizone-lms/issues/30',
      year: 2021,
    },
    { name: 'express-session #256', url: 'https://github.com/expressjs/session/issues/256', year: 2016 },
  ],
});
