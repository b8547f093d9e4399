/** Logged in, then the server dies. Opens where Server 1 has begun to remember a visitor. */
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, logIn, me, visit, whenAnswered, whenArrived } from '../moves.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  clients: [clients([visit, logIn, me, me], { logsInAgain: true })],
});

const crashes = [crash('server-1', whenAnswered('client/3'))];

export default {
  id: 'login-crash',
  order: 20,
  scenario,
  opensAt: { request: 'client/1', at: 'arrived' },
  scenes: [
    {
      id: 'anonymous',
      traces: ['T5'],
      cards: ['session-is-no-login'],
      at: { request: 'client/1', at: 'answered' },
    },
    {
      id: 'logged-in',
      traces: ['T5'],
      cards: ['cookie-or-server-memory'],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'failed-login',
      traces: ['T5b'],
      scenario: clusterScenario({ ...scenario, clients: [clients([logIn, logIn, me])] }),
      // The server is still waiting for the database.
      commands: [crash('server-1', whenArrived('client/1', 1_000))],
      at: { request: 'client/1', at: 'answered' },
    },
    {
      id: 'session-lost',
      traces: ['T6'],
      cards: ['crash-loses-only-copies', 'accounts-survive'],
      commands: crashes,
      at: { request: 'client/4', at: 'answered' },
    },
    { id: 'logged-in-again', traces: ['T6'], commands: crashes, at: 'end' },
    {
      id: 'in-flight',
      traces: ['T6'],
      cards: ['in-flight-is-unknown'],
      scenario: clusterScenario({
        ...scenario,
        clients: [clients([logIn, me, { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false }])],
      }),
      commands: [crash('server-1', whenArrived('client/3', 1_000))],
      at: { request: 'client/3', at: 'answered' },
    },
  ],
  closing: { commands: crashes, at: { request: 'client/4', at: 'answered' }, compareWith: 'signed-token' },
} as const satisfies Lesson<ClusterScenario>;
