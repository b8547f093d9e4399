import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { withVariant } from '../../src/simulation/variants.ts';
import { keyOfAnswer, servedIn } from '../../src/trace/answers.ts';
import { answerStep, comparisonRunsOf, type Question, questionsOf } from '../../src/trace/questions.ts';
import type { Run } from '../../src/trace/run.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { runOf } from '../support/run-of.ts';
import { anyLessonScenario, anySpokenScenario } from '../support/runs.ts';
import { crash, drop, scenario, scripted, whenAnswered, whenArrived, whenSent } from '../support/scenario.ts';

const crashed = [crash('server-1', whenAnswered('client/1'))];

function ask(run: Run): readonly Question[] {
  return questionsOf(run, comparisonRunsOf(run));
}

function keysOf({ options }: Question): string[] {
  return options.map(({ answer }) => keyOfAnswer(answer));
}

function truthOf({ options }: Question): string | undefined {
  const truth = options.find(({ isTrue }) => isTrue);
  return truth && keyOfAnswer(truth.answer);
}

const anyRun: fc.Arbitrary<Run> = fc
  .tuple(fc.oneof(anyLessonScenario, anySpokenScenario), anyCommands)
  .map(([random, commands]) => runOf(random, commands));

describe('the questions of a run', () => {
  it('ask who serves the customer after a crash, and what that server can answer', () => {
    const questions = ask(runOf(scenario(), crashed));
    expect(questions.map(({ kind, request }) => `${kind} ${request}`)).toEqual([
      'server client/2',
      'answer client/2',
      'answer client/3',
    ]);
    const [server, answer] = questions;
    expect(server && keysOf(server)).toEqual(['server-1', 'server-2']);
    expect(server && truthOf(server)).toBe('server-2');
    expect(answer && keysOf(answer).toSorted()).toEqual(['incomplete: 2 of what', 'total 2000000']);
    expect(answer && truthOf(answer)).toBe('incomplete: 2 of what');
  });

  it('say who asks, and what for', () => {
    for (const { request, client, intent } of ask(runOf(scenario(), crashed))) {
      expect(client).toBe('client');
      const said = request === 'client/2' ? { quantity: 2 } : { payment: 'card' };
      expect(intent).toEqual({ kind: 'shop', said });
    }
    const connected = transportScenario({ transport: 'udp', script: [{ kind: 'send', text: 'Hello' }] });
    const [question] = ask(runOf(connected, [drop('client', 'server-1', whenSent('client/1'))]));
    expect(question?.intent).toEqual({ kind: 'text', text: 'Hello' });
  });

  it('name the strategies that lead to each answer, and the run without the crash', () => {
    // Copies have arrived by then, but not right after the answer (T9).
    const later = [crash('server-1', whenAnswered('client/1', 1_000_000))];
    const [, answer] = ask(runOf(scenario(), later));
    const total = answer?.options.find(({ isTrue }) => !isTrue);
    // docs/lessons.md, "Strategies": a crash loses only what had no copy elsewhere.
    expect(total?.under).toEqual([
      'replicated',
      'shared-store',
      'client-state',
      'signed-token',
      'sealed-cookie',
    ]);
    expect(total?.withoutCommands).toBe(true);
    expect(answer?.options.find(({ isTrue }) => isTrue)?.under).toEqual(['sticky']);
  });

  it('are empty when all strategies give the same answer', () => {
    expect(ask(runOf(scenario(), []))).toEqual([]);
  });

  it('come before the request is forwarded to a server', () => {
    const run = runOf(scenario(), crashed);
    for (const { at, request } of ask(run)) {
      expect(run.steps[at]).toMatchObject({ kind: 'message', request, to: 'load-balancer' });
    }
  });

  it('come after the last command during the request', () => {
    const run = runOf(scenario(), [crash('server-1', whenArrived('client/2', 1))]);
    const answer = ask(run).find(({ kind, request }) => kind === 'answer' && request === 'client/2');
    expect(run.steps[answer?.at ?? -1]).toMatchObject({ kind: 'command' });
    expect(answer && truthOf(answer)).toBe('problem 502 connection-reset');
  });

  it('do not repeat: an alternating login is asked about only the first time it fails', () => {
    const flapping = scripted(
      [{ kind: 'log-in', user: 'mina' }, ...Array.from({ length: 6 }, () => ({ kind: 'me' }) as const)],
      { balancing: 'round-robin', servers: 2 },
    );
    const answers = ask(runOf(flapping, [])).filter(({ kind }) => kind === 'answer');
    expect(answers.map(truthOf)).toEqual(['problem 401 unknown-session']);
  });

  it('have the same options in the same order under each displayed strategy', () => {
    const orders = strategyIds.map((strategy) => {
      const questions = ask(runOf(scenario({ strategy }), crashed));
      return questions.find(({ kind, request }) => kind === 'answer' && request === 'client/2');
    });
    for (const order of orders) expect(order && keysOf(order)).toEqual(orders[0] && keysOf(orders[0]));
  });

  it('have the true answer in varying positions', () => {
    const places = new Set(
      Array.from({ length: 20 }, (_, seed) => {
        const answer = ask(runOf(scenario({ seed }), crashed)).find(({ kind }) => kind === 'answer');
        return answer?.options.findIndex(({ isTrue }) => isTrue);
      }),
    );
    expect(places).toEqual(new Set([0, 1]));
  });

  it('for TCP and UDP ask what the sender learns of a lost message', () => {
    const plan: Scenario = transportScenario({
      transport: 'udp',
      script: [{ kind: 'open' }, { kind: 'send', text: 'Hello' }, { kind: 'close' }],
    });
    const lost = [drop('client', 'server-1', whenSent('client/2'))];
    const [question, ...others] = ask(runOf(plan, lost));
    expect(others).toEqual([]);
    expect(question && truthOf(question)).toBe('transported sent false');
    expect(question && keysOf(question).toSorted()).toEqual([
      'transported answered',
      'transported sent false',
      'transported sent true',
    ]);
  });
});

describe('the step that shows an answer', () => {
  it('is the last one of its request', () => {
    const run = runOf(scenario(), []);
    // Each request has three steps: to the load balancer, to the server, and back.
    expect([1, 2, 3].map((line) => answerStep(run, `client/${line}`))).toEqual([2, 5, 8]);
    expect(answerStep(run, 'client/4')).toBe(-1);
  });

  it('can be that its client gives up', () => {
    const run = runOf(scenario(), [drop('load-balancer', 'client', whenSent('client/2'))]);
    expect(run.steps[answerStep(run, 'client/2')]).toMatchObject({
      kind: 'occurrence',
      occurrence: { kind: 'gave-up' },
    });
  });
});

describe('in any run, the questions', () => {
  it('have the true answer exactly once among two to four distinct options', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const served = servedIn(run.scenario, run.events);
        for (const question of ask(run)) {
          const keys = keysOf(question);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys.length).toBeGreaterThanOrEqual(2);
          expect(keys.length).toBeLessThanOrEqual(4);
          const { server = null, answer = null } = served.get(question.request) ?? {};
          const truth = question.kind === 'server' ? server : answer && keyOfAnswer(answer);
          expect(keys.filter((key) => key === truth)).toHaveLength(1);
          expect(truthOf(question)).toBe(truth);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('name the variants that lead to each option', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const { options, request, kind } of ask(run)) {
          for (const { under, answer } of options) {
            for (const variant of under) {
              const other = withVariant(run.scenario, variant);
              const there = servedIn(other, runOf(other, run.commands).events).get(request);
              const theirs = kind === 'server' ? there?.server : there?.answer && keyOfAnswer(there.answer);
              expect(theirs).toBe(keyOfAnswer(answer));
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are few, in run order, each before the step that answers it', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const questions = ask(run);
        expect(questions.length).toBeLessThanOrEqual(6);
        expect(questions.map(({ at }) => at)).toEqual(
          questions.map(({ at }) => at).toSorted((a, b) => a - b),
        );
        for (const { at, seenAt } of questions) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThan(seenAt);
          expect(run.steps[seenAt]).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});
