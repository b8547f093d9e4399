/** Two requests write one session, and one change is lost. */
import { logIn } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  balancing: 'round-robin',
  clients: [
    clients([
      logIn,
      {
        kind: 'at-once',
        lines: [
          { kind: 'add-to-cart', product: 'laptop' },
          { kind: 'add-to-cart', product: 'americano' },
        ],
      },
      { kind: 'cart' },
    ]),
  ],
});

export default incidentOf({
  id: 'lost-update',
  order: 170,
  group: 'concurrency',
  scenario,
  fixed: { ...scenario, sessions: { ...scenario.sessions, writes: 'lock' } },
  decidesAt: { request: 'client/2+1', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'PHP', store: 'Redis' },
  configuration: {
    file: 'php.ini',
    lines: [
      'session.save_handler = redis',
      'session.save_path = "tcp://sessions:6379"',
      { before: 'redis.session.locking_enabled = 0', after: 'redis.session.locking_enabled = 1' },
    ],
  },
  reports: [
    { name: 'phpredis #295', url: 'https://github.com/phpredis/phpredis/issues/295', year: 2013 },
    { name: 'phpredis #37', url: 'https://github.com/phpredis/phpredis/issues/37', year: 2011 },
    {
      name: 'Cm_RedisSession #93',
      url: 'https://github.com/colinmollenhour/Cm_RedisSession/issues/93',
      year: 2016,
    },
  ],
});
