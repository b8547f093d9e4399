/** Always the same server: the load balancer routes each client back to its server. */
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, logIn, me, SECOND_US, visit, whenAnswered } from '../moves.ts';

const scenario = clusterScenario({
  strategy: 'sticky',
  balancing: 'round-robin',
  clients: [clients([logIn, me, me, me])],
});

const crashes = [crash('server-1', whenAnswered('client/3'))];

export default {
  id: 'sticky',
  order: 40,
  scenario,
  opensAt: { request: 'client/1', at: 'arrived' },
  scenes: [
    { id: 'bound', traces: ['T8'], at: { request: 'client/1', at: 'answered' } },
    { id: 'same-server', traces: ['T8'], at: { request: 'client/3', at: 'answered' } },
    {
      id: 'session-lost',
      traces: ['T8'],
      cards: ['stickiness-copies-nothing'],
      commands: crashes,
      at: { request: 'client/4', at: 'answered' },
    },
    {
      id: 'deployed',
      traces: ['T8'],
      cards: ['a-deploy-is-a-planned-crash', 'websockets-stay-on-one-server'],
      commands: [{ kind: 'drain', node: 'server-1', moment: whenAnswered('client/3') }],
      at: { request: 'client/4', at: 'answered' },
    },
    {
      id: 'uneven',
      traces: ['T8'],
      scenario: clusterScenario({
        ...scenario,
        servers: 1,
        clients: [
          clients([visit, visit], { count: 2 }),
          clients([visit], { count: 2, arrivesAtUs: 2 * SECOND_US }),
        ],
      }),
      commands: [{ kind: 'add', node: 'server-2', moment: whenAnswered('client/1', SECOND_US) }],
      at: 'end',
    },
    {
      id: 'one-address',
      traces: ['T8'],
      scenario: clusterScenario({
        ...scenario,
        balancing: 'source-address',
        clients: [clients([visit], { count: 3, sharesAddress: true })],
      }),
      at: 'end',
    },
  ],
  closing: { commands: crashes, at: { request: 'client/4', at: 'answered' }, compareWith: 'shared-store' },
} as const satisfies Lesson<ClusterScenario>;
