/** One store for all: sessions in a store beside the servers, which can fail as well. */
import { SESSION_STORE } from '../../simulation/cluster.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, logIn, logInAsJun, me, SECOND_US, whenAnswered } from '../moves.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  clients: [clients([logIn, me, me])],
});
const { store } = scenario;

/** The first user logged in long before the second. */
const oneAfterTheOther = [
  clients([logIn, me, me]),
  clients([logInAsJun, me], { arrivesAtUs: 3 * SECOND_US }),
];

export default {
  id: 'shared-store',
  order: 60,
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    {
      id: 'one-notebook',
      traces: ['T10'],
      cards: ['last-write-wins'],
      at: { request: 'client/1', at: 'answered' },
    },
    {
      id: 'any-server',
      traces: ['T10'],
      scenario: clusterScenario({ ...scenario, servers: 1, balancing: 'round-robin' }),
      commands: [
        { kind: 'add', node: 'server-2', moment: whenAnswered('client/1') },
        crash('server-1', whenAnswered('client/1')),
      ],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'unreachable',
      traces: ['T11a'],
      cards: ['shared-store-moves-the-state'],
      commands: [
        { kind: 'partition', nodes: [SESSION_STORE], moment: whenAnswered('client/1') },
        { kind: 'heal-all', moment: whenAnswered('client/2') },
      ],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'restarted',
      traces: ['T11b'],
      scenario: clusterScenario({
        ...scenario,
        servers: 2,
        clients: [clients([logIn, me]), clients([logInAsJun, me])],
      }),
      commands: [
        crash(SESSION_STORE, whenAnswered('client/1', SECOND_US)),
        { kind: 'restart', node: SESSION_STORE, moment: whenAnswered('client/1', 2 * SECOND_US) },
      ],
      at: 'end',
    },
    {
      id: 'newest-lost',
      traces: ['T11c'],
      scenario: clusterScenario({
        ...scenario,
        servers: 1,
        clients: oneAfterTheOther,
        store: {
          ...store,
          replica: { copyDelayUs: 100_000, pingIntervalUs: SECOND_US, pingFailuresMax: 2 },
        },
      }),
      // Before the copy of the second login leaves.
      commands: [crash(SESSION_STORE, whenAnswered('client-2/1', 10_000))],
      at: { request: 'client-2/2', at: 'answered' },
    },
    {
      id: 'evicted',
      traces: ['T11d'],
      scenario: clusterScenario({
        ...scenario,
        servers: 2,
        clients: [clients([logIn, me]), clients([logInAsJun, me], { arrivesAtUs: SECOND_US })],
        store: { ...store, entriesMax: 1 },
      }),
      at: { request: 'client/2', at: 'answered' },
    },
  ],
  closing: {
    commands: [crash('server-1', whenAnswered('client/1'))],
    at: { request: 'client/2', at: 'answered' },
    compareWith: 'server-memory',
  },
} as const satisfies Lesson<ClusterScenario>;
