/** Passing the note on: every server gets a copy, a moment later. */
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { AFTER_COPIES_US, crash, logIn, logInAsJun, me, SECOND_US, whenAnswered } from '../moves.ts';
import { purchase } from '../purchase.ts';

const scenario = clusterScenario({
  strategy: 'replicated',
  clients: [clients([logIn, me])],
});
const shopping = clusterScenario({ ...scenario, clients: [clients(purchase('laptop'))] });

const crashAfterCopies = crash('server-1', whenAnswered('client/1', AFTER_COPIES_US));
/** The answer is with the client by then; copies leave a little later. */
const crashBeforeCopies = crash('server-1', whenAnswered('client/1', 5_000));

export default {
  id: 'replication',
  order: 50,
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    { id: 'copied', traces: ['T9'], at: { request: 'client/1', at: 'answered', stepsOn: 2 } },
    {
      id: 'crash-after-copy',
      traces: ['T9'],
      cards: ['crash-loses-only-copies'],
      commands: [crashAfterCopies],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'crash-before-copy',
      traces: ['T9'],
      commands: [crashBeforeCopies],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'handover',
      traces: ['T3'],
      scenario: shopping,
      commands: [crashAfterCopies],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'note-lost',
      traces: ['T3'],
      scenario: shopping,
      commands: [
        { kind: 'drop', from: 'server-1', to: 'server-2', moment: whenAnswered('client/1') },
        crashAfterCopies,
      ],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'added',
      traces: ['T9'],
      scenario: clusterScenario({
        ...scenario,
        servers: 2,
        clients: [clients([logIn, me]), clients([logInAsJun, me])],
      }),
      commands: [{ kind: 'add', node: 'server-3', moment: whenAnswered('client/1', SECOND_US) }],
      at: { command: 0, stepsOn: 2 },
    },
  ],
  closing: {
    commands: [crashBeforeCopies],
    at: { request: 'client/2', at: 'answered' },
    compareWith: 'shared-store',
  },
} as const satisfies Lesson<ClusterScenario>;
