/** A conversation with memory: TCP. Opens where both ends have stored the connection. */
import type { TransportLine } from '../../simulation/applications/transport-line.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { type TransportScenario, transportScenario } from '../../simulation/transport-scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, whenAnswered } from '../moves.ts';

const talk: readonly TransportLine[] = [
  { kind: 'open' },
  { kind: 'send', text: 'hello' },
  { kind: 'send', text: 'again' },
];
const scenario = transportScenario({ script: [...talk, { kind: 'close' }] });
const unfinished = transportScenario({ script: talk });
/** After the connection has died, the application starts again. Nothing resumes by itself. */
const begunAnew = transportScenario({
  script: [...talk, { kind: 'open' }, { kind: 'send', text: 'again' }],
});

const crashed = crash('server-1', whenAnswered('client/2'));
const back = { kind: 'restart', node: 'server-1', moment: whenAnswered('client/2', 1_000) } as const;

function lost(from: NodeId, to: NodeId) {
  return { kind: 'drop', from, to, moment: { request: 'client/2', at: 'sent', offsetUs: 0 } } as const;
}

export default {
  id: 'tcp',
  order: 90,
  scenario,
  opensAt: { request: 'client/1', at: 'arrived' },
  scenes: [
    {
      id: 'farewell',
      traces: ['T19'],
      cards: ['handshake-has-three-segments', 'tickets-and-syn-cookies'],
      at: 'end',
    },
    {
      id: 'data-lost',
      traces: ['T20'],
      commands: [lost('client', 'server-1')],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'acknowledgment-lost',
      traces: ['T20'],
      commands: [lost('server-1', 'client')],
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'rebooted',
      traces: ['T21'],
      cards: ['lost-connection-is-not-resumed', 'quic-connections-migrate'],
      scenario: begunAnew,
      commands: [crashed, back],
      at: { request: 'client/3', at: 'answered' },
    },
    {
      id: 'dark',
      traces: ['T21'],
      scenario: unfinished,
      commands: [crashed],
      at: { request: 'client/3', at: 'answered' },
    },
    {
      id: 'another-server',
      traces: ['T21'],
      scenario: transportScenario({ ...begunAnew, servers: 2 }),
      commands: [crashed],
      at: { request: 'client/3', at: 'answered' },
    },
  ],
  closing: { commands: [crashed, back], at: 'end', compareWith: 'udp' },
} as const satisfies Lesson<TransportScenario>;
