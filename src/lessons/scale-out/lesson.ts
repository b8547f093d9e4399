/** One server becomes many. Opens where the only server has its first customer. */
import type { Line } from '../../simulation/applications/line.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { logIn, logInAsJun, me, SECOND_US, whenAnswered } from '../moves.ts';

function visitOf(login: Line): readonly Line[] {
  return [login, me, me, me, me];
}

/** One customer, then another, then two more: each wave comes after a server has been added. */
const scenario = clusterScenario({
  strategy: 'server-memory',
  balancing: 'round-robin',
  servers: 1,
  clients: [
    clients(visitOf(logIn)),
    clients(visitOf(logInAsJun), { arrivesAtUs: 6 * SECOND_US }),
    clients(visitOf(logIn), { count: 2, arrivesAtUs: 12 * SECOND_US, arrivesWithinUs: SECOND_US }),
  ],
});

const grown = [
  { kind: 'add', node: 'server-2', moment: whenAnswered('client/1', SECOND_US) },
  { kind: 'add', node: 'server-3', moment: whenAnswered('client/3', SECOND_US) },
] as const;

/** The first customer again, who has met new servers since. */
const firstAgain = { request: 'client/4', at: 'answered' } as const;
/** The newcomers again. */
const newcomersAgain = { request: 'client-4/2', at: 'answered' } as const;

export default {
  id: 'scale-out',
  order: 130,
  panel: 'strategies',
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    { id: 'one-server', traces: ['T26'], at: 'end' },
    {
      id: 'knows-nothing',
      traces: ['T26'],
      commands: grown,
      at: firstAgain,
    },
    {
      id: 'uneven',
      traces: ['T26'],
      scenario: clusterScenario({ ...scenario, strategy: 'sticky' }),
      commands: grown,
      at: newcomersAgain,
    },
    {
      id: 'copies',
      traces: ['T26'],
      scenario: clusterScenario({ ...scenario, strategy: 'replicated' }),
      commands: grown,
      at: newcomersAgain,
    },
    {
      id: 'one-store',
      traces: ['T26'],
      cards: ['shared-store-moves-the-state'],
      scenario: clusterScenario({ ...scenario, strategy: 'shared-store' }),
      commands: grown,
      at: newcomersAgain,
    },
    {
      id: 'nothing-to-share',
      traces: ['T26'],
      cards: ['stateless-has-its-price', 'serverless-keeps-nothing', 'kubernetes-replaces-pods'],
      scenario: clusterScenario({ ...scenario, strategy: 'signed-token' }),
      commands: grown,
      at: newcomersAgain,
    },
  ],
  closing: { commands: grown, at: firstAgain, compareWith: 'signed-token' },
} as const satisfies Lesson<ClusterScenario>;
