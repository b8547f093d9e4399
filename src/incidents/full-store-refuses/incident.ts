/** A full store refuses the session of a login that was answered. */
import { logIn, logInAsJun, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 1,
  clients: [
    clients([logIn], { count: 2, arrivesWithinUs: SECOND_US }),
    clients([logInAsJun, me], { arrivesAtUs: 20 * SECOND_US }),
  ],
  store: { entriesMax: 2, whenFull: 'refuse', onWriteError: 'ignore' },
});

export default incidentOf({
  id: 'full-store-refuses',
  order: 70,
  group: 'stores',
  scenario,
  fixed: { ...scenario, sessions: { ...scenario.sessions, idleUs: 10 * SECOND_US } },
  decidesAt: { request: 'client-3/2', at: 'answered' },
  stack: { balancer: 'Heroku', server: 'Sails', store: 'Redis, 25 MB' },
  configuration: {
    file: 'session.js',
    lines: [
      '// Redis: maxmemory-policy noeviction',
      'module.exports.session = {',
      { before: '  cookie: { maxAge: days(365) },', after: '  cookie: { maxAge: days(90) },' },
      '};',
    ],
  },
  reports: [{ name: 'cuttle #1365', url: 'https://github.com/cuttle-cards/cuttle/pull/1365', year: 2026 }],
});
