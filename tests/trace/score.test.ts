import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIENT, type ClusterEvent } from '../../src/simulation/cluster.ts';
import { serialize } from '../../src/simulation/protocols/wire.ts';
import { ledgerAt } from '../../src/trace/ledger.ts';
import type { Run } from '../../src/trace/run.ts';
import type { Score } from '../../src/trace/score.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { sessionsLost } from '../support/invariants/sessions.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario } from '../support/runs.ts';
import { crash, scenario, whenAnswered, whenArrived } from '../support/scenario.ts';

type Counts = Omit<
  Score,
  | `${string}MemoryBytes`
  | `${string}ConnectionBytes`
  | 'failures'
  | 'storeRoundTrips'
  | 'losses'
  | 'sessionsLost'
>;

/** The score after these events, computed independently. */
function counted(events: readonly ClusterEvent[]): Counts {
  const outcomes = events.flatMap((event) => (event.kind === 'request-settled' ? [event.outcome] : []));
  const texts = events.flatMap((event) => {
    if (event.kind !== 'message-delivered') return [];
    const { from, to, body } = event.message;
    return from === CLIENT || to === CLIENT ? [serialize(body)] : [];
  });
  // A request's bytes count when it settles, so that the scores per request don't fluctuate.
  const settled = new Set(
    events.flatMap((event) => (event.kind === 'request-settled' ? [event.request] : [])),
  );
  const settledTexts = events.flatMap((event) => {
    if (event.kind !== 'message-delivered') return [];
    const { from, to, body, request } = event.message;
    const isClients = from === CLIENT || to === CLIENT;
    return isClients && request !== null && settled.has(request) ? [serialize(body)] : [];
  });
  return {
    questionsAsked: texts.filter((text) => /^HTTP\/1\.1 422 /.test(text) && text.includes('"ask":[')).length,
    requestsSettled: outcomes.length,
    requestsFailed: outcomes.filter((outcome) => outcome !== 'answered').length,
    clientBytes: settledTexts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
}

function last(run: Run): Score {
  const score = run.scores.at(-1);
  if (score === undefined) throw new Error('The run has no steps.');
  return score;
}

describe('the score', () => {
  it('equals an independent count of all earlier events at every step, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { events, steps, scores } = runOf(random, commands);
        steps.forEach(({ lastEvent }, step) => {
          const past = events.slice(0, lastEvent + 1);
          expect(scores[step]).toMatchObject(counted(past));
          const { crashed = 0, left = 0 } = scores[step]?.losses ?? {};
          expect(crashed + left).toBe(sessionsLost(past).flat().length);
        });
      }),
    );
  });

  it('counts exactly the bytes of the displayed messages, request by request', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { events, steps, scores } = runOf(random, commands);
        let settledBytes = 0;
        let bytes = 0;
        let next = 0;
        steps.forEach((step, index) => {
          if (step.kind === 'message' && (step.from === CLIENT || step.to === CLIENT)) {
            if (step.fate.kind === 'delivered') bytes += Buffer.byteLength(serialize(step.message.body));
          }
          // One customer has one request in flight. A reply or a reset settles it.
          const settles = events
            .slice(next, step.lastEvent + 1)
            .some(({ kind }) => kind === 'request-settled');
          next = step.lastEvent + 1;
          if (settles) settledBytes = bytes;
          expect(scores[index]?.clientBytes).toBe(settledBytes);
        });
      }),
    );
  });

  it('equals the ledger’s total of all servers’ memory', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { states, scores } = runOf(random, commands);
        states.forEach(({ snapshot }, step) => {
          const servers = [...ledgerAt(snapshot)].filter(([node]) => node.startsWith('server-'));
          expect(scores[step]?.serverMemoryBytes).toBe(servers.reduce((sum, [, bytes]) => sum + bytes, 0));
        });
      }),
    );
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
