/** A request in flight brings an ended session back. */
import { handOver, logIn, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  balancing: 'round-robin',
  sessions: { writes: 'last-write-wins' },
  // Both requests arrive at the same moment.
  network: { internet: { minUs: 20_000, maxUs: 20_000 } },
  clients: [
    clients([
      logIn,
      handOver('client-2'),
      { kind: 'at-once', lines: [{ kind: 'add-to-cart', product: 'laptop' }, { kind: 'log-out' }] },
    ]),
    clients([]),
  ],
});

export default incidentOf({
  id: 'logout-undone',
  order: 180,
  group: 'concurrency',
  scenario,
  fixed: { ...scenario, sessions: { ...scenario.sessions, writes: 'if-exists' } },
  commands: [
    {
      kind: 'instruct',
      nodes: ['client-2'],
      instruction: { kind: 'say', line: me },
      moment: whenAnswered('client/3', SECOND_US),
    },
  ],
  decidesAt: { request: 'client-2/1+1', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'Express', store: 'Redis' },
  configuration: {
    file: 'session-store.js',
    lines: [
      '// SET … XX writes only where the key exists',
      'async function update(id, session) {',
      { before: '  await redis.set(id, session);', after: '  await redis.set(id, session, "XX");' },
      '}',
    ],
  },
  reports: [
    { name: 'express-session #632', url: 'https://github.com/expressjs/session/issues/632', year: 2019 },
    {
      name: 'starsessions #58',
      url: 'https://github.com/alex-oleshkevich/starsessions/issues/58',
      year: 2022,
    },
    {
      name: 'spring-session #1111',
      url: 'https://github.com/spring-projects/spring-session/issues/1111',
      year: 2018,
    },
  ],
});
