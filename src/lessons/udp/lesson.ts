/** Postcards: UDP. Opens where the first has arrived, and nobody remembers it. */
import type { TransportLine } from '../../simulation/applications/transport-line.ts';
import type { NodeId, RequestId } from '../../simulation/kernel/actor.ts';
import { type TransportScenario, transportScenario } from '../../simulation/transport-scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, whenAnswered } from '../moves.ts';

const postcards: readonly TransportLine[] = ['one', 'two', 'three'].map((text) => ({ kind: 'send', text }));
/** To open and to close is nothing under UDP, and something under TCP: so the same script does for both. */
const scenario = transportScenario({
  transport: 'udp',
  script: [{ kind: 'open' }, ...postcards, { kind: 'close' }],
});

/** In haste, over a network whose ways differ in length, and that makes a second copy of every other datagram. */
const crowded = transportScenario({
  ...scenario,
  think: { kind: 'fixed', us: 10_000 },
  network: {
    latency: { minUs: 1_000, maxUs: 500_000 },
    lossPerMillion: 0,
    duplicationPerMillion: 500_000,
  },
  seed: 3,
});

/** The application numbers what it asks, and asks again: what UDP does not do. */
const asking = transportScenario({
  transport: 'udp',
  script: [{ kind: 'open' }, { kind: 'request', text: 'one coffee' }, { kind: 'close' }],
});
const remembering = transportScenario({ ...asking, udp: { ...asking.udp, semantics: 'at-most-once' } });

const restarted = [
  crash('server-1', whenAnswered('client/2', 50_000)),
  { kind: 'restart', node: 'server-1', moment: whenAnswered('client/2', 60_000) },
] as const;

function lost(request: RequestId, from: NodeId, to: NodeId) {
  return { kind: 'drop', from, to, moment: { request, at: 'sent', offsetUs: 0 } } as const;
}

export default {
  id: 'udp',
  order: 100,
  scenario,
  opensAt: { request: 'client/2', at: 'arrived' },
  scenes: [
    {
      id: 'lost',
      traces: ['T22'],
      cards: ['reliability-is-another-question', 'udp-is-little-mechanism'],
      commands: [lost('client/3', 'client', 'server-1')],
      at: { command: 0, stepsOn: 1 },
    },
    {
      id: 'restarted',
      traces: ['T22'],
      commands: restarted,
      at: { request: 'client/3', at: 'arrived' },
    },
    {
      id: 'twice-and-out-of-order',
      traces: ['T22'],
      scenario: crowded,
      at: 'end',
    },
    {
      id: 'asked-again',
      traces: ['T23'],
      cards: ['udp-has-no-requests'],
      scenario: asking,
      commands: [lost('client/2', 'client', 'server-1')],
      at: 'end',
    },
    {
      id: 'done-twice',
      traces: ['T23'],
      scenario: asking,
      commands: [lost('client/2', 'server-1', 'client')],
      at: 'end',
    },
    {
      id: 'remembered',
      traces: ['T23'],
      scenario: remembering,
      commands: [lost('client/2', 'server-1', 'client')],
      at: 'end',
    },
  ],
  closing: { commands: restarted, at: 'end', compareWith: 'tcp' },
} as const satisfies Lesson<TransportScenario>;
