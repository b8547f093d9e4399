import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessonById } from '../../src/lessons/lessons.ts';
import { CLIENT, type ClusterEvent } from '../../src/simulation/cluster.ts';
import {
  bytesInMemory,
  isConnectionState,
  isUserState,
  type MemoryItem,
} from '../../src/simulation/memory.ts';
import { serialize } from '../../src/simulation/protocols/wire.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import type { Score } from '../../src/trace/score.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { sessionsLost } from '../support/invariants/sessions.ts';
import { seenAfter } from '../support/lesson-scenes.ts';
import { memoriesAfter } from '../support/node-memories.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario } from '../support/runs.ts';
import { crash, scenario, whenAnswered, whenArrived } from '../support/scenario.ts';
import { anySchedule } from '../support/schedules.ts';

/** Over TCP, a client's messages are segments, which aren't counted here. */
const anyFaults = fc.oneof(
  fc.record({ scenario: anySpokenScenario, commands: anyCommands }),
  anySchedule.filter(({ scenario }) => scenario.connections === 'granted'),
);

const isClientName = (node: string) => node.startsWith('client');
const isServerName = (node: string) => node.startsWith('server-');
const isStoreName = (node: string) => node.startsWith('session-store');

type Counts = Omit<Score, 'losses' | 'sessionsLost' | `${string}MemoryBytes` | `${string}ConnectionBytes`>;

/** The score after these events, by its definition: all of them are read anew. */
function counted(events: readonly ClusterEvent[]): Counts {
  const outcomes = events.flatMap((event) => (event.kind === 'request-settled' ? [event.outcome] : []));
  const times = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  const failures = { failed: times('failed'), refused: times('refused'), 'timed-out': times('timed-out') };
  // A request's costs count when it settles, so that the scores per request don't fluctuate.
  const settled = new Set(
    events.flatMap((event) => (event.kind === 'request-settled' ? [event.request] : [])),
  );
  const ofSettled = events.flatMap((event) =>
    event.kind === 'message-delivered' && event.message.request !== null && settled.has(event.message.request)
      ? [event.message]
      : [],
  );
  const texts = ofSettled
    .filter(({ from, to }) => isClientName(from) || isClientName(to))
    .map(({ body }) => serialize(body));
  return {
    questionsAsked: questionsIn(events),
    requestsSettled: outcomes.length,
    requestsFailed: failures.failed + failures.refused + failures['timed-out'],
    failures,
    duplicateCharges: duplicateChargesIn(events),
    clientBytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    storeRoundTrips: ofSettled.filter(
      ({ role, from, to }) => role === 'reply' && isStoreName(from) && isServerName(to),
    ).length,
  };
}

/** Each request's charges after its first one. A charge follows from the delivery of its request to the database. */
function duplicateChargesIn(events: readonly ClusterEvent[]): number {
  const charged = events.flatMap((event) => {
    if (event.kind !== 'remembered' || event.item.kind !== 'charge') return [];
    const cause = events[event.cause ?? -1];
    return cause?.kind === 'message-delivered' ? [cause.message.request] : [];
  });
  return charged.length - new Set(charged).size;
}

/** Responses that ask for a part of what was said, or for another login: 401 for a client that is logged in. */
function questionsIn(events: readonly ClusterEvent[]): number {
  const loggedIn = new Set<string>();
  const asked = new Map<string, string>();
  let questions = 0;
  for (const event of events) {
    if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') continue;
    const { from, to, request, body } = event.message;
    if (request === null) continue;
    const text = serialize(body);
    const [start = ''] = text.split('\r\n');
    if (event.kind === 'message-sent' && isClientName(from)) asked.set(request, start);
    if (event.kind !== 'message-delivered' || body.kind !== 'http-response' || !isClientName(to)) continue;
    const line = asked.get(request) ?? '';
    const isOfShop = /^\w+ \/shop[ ?]/.test(line);
    if (isOfShop && start.startsWith('HTTP/1.1 422 ') && text.includes('"ask":[')) questions += 1;
    const isLogin = line.startsWith('POST /login ');
    if (start.startsWith('HTTP/1.1 401 ') && loggedIn.has(to) && !isLogin) questions += 1;
    const isGood = start.startsWith('HTTP/1.1 200 ');
    if (isGood && isLogin) loggedIn.add(to);
    if (isGood && line.startsWith('POST /logout ')) loggedIn.delete(to);
  }
  return questions;
}

/** A few steps of a run, the last one included: counting anew at each of them would take long. */
function someOf(steps: Run['steps']): { readonly step: number; readonly lastEvent: number }[] {
  const every = Math.ceil(steps.length / 4);
  return steps
    .map(({ lastEvent }, step) => ({ step, lastEvent }))
    .filter(({ step }) => (steps.length - 1 - step) % every === 0);
}

/** What all nodes with such a name remember after these events. */
function bytesOf(events: readonly ClusterEvent[]) {
  const memories = memoriesAfter<MemoryItem>(events);
  const nodes = new Set(events.flatMap((event) => (event.kind === 'node-started' ? [event.node] : [])));
  return (isOne: (node: string) => boolean, isCounted: (item: MemoryItem) => boolean) =>
    [...nodes]
      .filter(isOne)
      .flatMap((node) => memories.on(node))
      .filter(isCounted)
      .reduce((sum, item) => sum + bytesInMemory(item), 0);
}

function last(run: Run): Score {
  const score = run.scores.at(-1);
  if (score === undefined) throw new Error('The run has no steps.');
  return score;
}

describe('the score', () => {
  it('equals an independent count of all earlier events throughout the run, with any fault', () => {
    fc.assert(
      fc.property(anyFaults, ({ scenario: random, commands }) => {
        const { events, steps, scores } = runOf(random, commands);
        for (const { step, lastEvent } of someOf(steps)) {
          expect(scores[step]).toMatchObject(counted(events.slice(0, lastEvent + 1)));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('counts the sessions that crashes and departures take, at every step', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { events, steps, scores } = runOf(random, commands);
        steps.forEach(({ lastEvent }, step) => {
          const { crashed = 0, left = 0 } = scores[step]?.losses ?? {};
          expect(crashed + left).toBe(sessionsLost(events.slice(0, lastEvent + 1)).flat().length);
        });
      }),
    );
  });

  it('weighs what clients, servers and stores remember throughout the run, with any fault', () => {
    fc.assert(
      fc.property(anyFaults, ({ scenario: random, commands }) => {
        const { events, steps, scores } = runOf(random, commands);
        for (const { step, lastEvent } of someOf(steps)) {
          const bytes = bytesOf(events.slice(0, lastEvent + 1));
          expect(scores[step]).toMatchObject({
            serverMemoryBytes: bytes(isServerName, isUserState),
            storeMemoryBytes: bytes(isStoreName, isUserState),
            clientMemoryBytes: bytes(isClientName, isUserState),
            serverConnectionBytes: 0,
            clientConnectionBytes: 0,
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each(['tcp', 'udp'] as const)(
    'weighs the connections of clients and servers at every step over %s',
    (transport) => {
      const script = [
        { kind: 'open' },
        { kind: 'request', text: 'PING' },
        { kind: 'request', text: 'NOTE' },
      ] as const;
      const { events, steps, scores } = runOf(transportScenario({ transport, script }), []);
      steps.forEach(({ lastEvent }, step) => {
        const bytes = bytesOf(events.slice(0, lastEvent + 1));
        expect(scores[step]).toMatchObject({
          serverConnectionBytes: bytes(isServerName, isConnectionState),
          clientConnectionBytes: bytes(isClientName, isConnectionState),
          serverMemoryBytes: 0,
          clientMemoryBytes: 0,
        });
      });
      expect(scores.some(({ clientConnectionBytes }) => clientConnectionBytes > 0)).toBe(true);
    },
  );

  it('counts exactly the bytes of the displayed messages, request by request', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { events, steps, scores } = runOf(random, commands);
        const settled = new Set<unknown>();
        const bytes = new Map<unknown, number>();
        let next = 0;
        steps.forEach((step, index) => {
          if (step.kind === 'message' && (step.from === CLIENT || step.to === CLIENT)) {
            const { request, fate, message } = step;
            const arrived = fate.kind === 'delivered' ? Buffer.byteLength(serialize(message.body)) : 0;
            bytes.set(request, (bytes.get(request) ?? 0) + arrived);
          }
          for (const event of events.slice(next, step.lastEvent + 1)) {
            if (event.kind === 'request-settled') settled.add(event.request);
          }
          next = step.lastEvent + 1;
          const ofSettled = [...bytes].map(([request, sum]) => (settled.has(request) ? sum : 0));
          expect(scores[index]?.clientBytes).toBe(ofSettled.reduce((sum, each) => sum + each, 0));
        });
      }),
    );
  });

  it('counts the bytes of a datagram that arrives after it was handed to the network (RFC 768: header and data)', () => {
    const run = runOf(transportScenario({ transport: 'udp', script: [{ kind: 'send', text: 'hello' }] }), []);
    expect(last(run).clientBytes).toBe(8 + 'hello'.length);
  });

  it('counts a payment that was charged twice, and none that an idempotency key has made one (RFC 9110 §9.2.2)', () => {
    const lesson = lessonById('double-payment') as Lesson;
    expect(last(seenAfter(lesson, 'charged-twice').run).duplicateCharges).toBe(1);
    expect(last(seenAfter(lesson, 'idempotency-key').run).duplicateCharges).toBe(0);
  });

  it('has nothing lost and nothing asked in a purchase without a fault', () => {
    expect(last(runOf(scenario(), []))).toMatchObject({
      sessionsLost: 0,
      questionsAsked: 0,
      requestsSettled: 3,
      requestsFailed: 0,
    });
  });

  it('has one session lost and two questions asked after a crash (T2)', () => {
    const run = runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    expect(last(run)).toMatchObject({
      sessionsLost: 1,
      questionsAsked: 2,
      requestsSettled: 3,
      requestsFailed: 0,
      serverMemoryBytes: 0,
    });
  });

  it('has nothing lost after the same crash when the client carries the state (T4)', () => {
    const run = runOf(scenario({ strategy: 'client-state' }), [crash('server-1', whenAnswered('client/1'))]);
    expect(last(run)).toMatchObject({ sessionsLost: 0, questionsAsked: 0, requestsSettled: 3 });
    expect(run.scores.every(({ serverMemoryBytes }) => serverMemoryBytes === 0)).toBe(true);
  });

  it('counts the request interrupted by a crash as failed', () => {
    const run = runOf(scenario(), [crash('server-1', whenArrived('client/2', 1))]);
    expect(last(run)).toMatchObject({ requestsSettled: 3, requestsFailed: 1, sessionsLost: 1 });
  });

  it('changes no earlier than its cause: a session is lost at the step of its crash', () => {
    const { steps, scores } = runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    const crashed = steps.findIndex(({ kind }) => kind === 'command');
    expect([crashed - 1, crashed].map((step) => scores[step]?.sessionsLost)).toEqual([0, 1]);
  });
});
