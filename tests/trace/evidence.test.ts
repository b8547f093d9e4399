import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeOf, evidenceOf } from '../../src/trace/evidence.ts';
import { rememberedSince } from '../../src/trace/node-life.ts';
import { stepOfEvent } from '../../src/trace/steps.ts';
import { evidenceFor } from '../../src/trace/why.ts';
import { runWith } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { anyLessonScenario, arrowOf } from '../support/runs.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';
import { logIn, me, SECOND_US } from '../support/token-runs.ts';

describe('the evidence', () => {
  it('of a question is the stored laptop, the crash that cleared it, and the request’s path', () => {
    const run = runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    const question = run.steps.findIndex((step) => arrowOf(step) === 'client/2 server-2 --> client');
    expect(evidenceOf(run, question).map((index) => arrowOf(run.steps[index] ?? fail()))).toEqual([
      'client/1 load-balancer -> server-1',
      'crash server-1: done',
      'client/2 client -> load-balancer',
      'client/2 load-balancer -> server-2',
    ]);
  });

  it('of a session that was on two servers is its copy on the last one, and not the first write', () => {
    // The link is cut, so server 1 gets nothing back when it restarts.
    const run = runWith([logIn, me], { strategy: 'replicated', servers: 2 }, [
      { kind: 'cut', between: ['server-1', 'server-2'], moment: whenAnswered('client/1', SECOND_US) },
      crash('server-1', whenAnswered('client/1', SECOND_US)),
      crash('server-2', whenAnswered('client/1', SECOND_US)),
      restart('server-1', whenAnswered('client/1', SECOND_US)),
    ]);
    const answer = run.steps.findIndex(({ key }) => key === 'client/2 answer 1');
    const was = evidenceFor(run, answer).find(({ reason: { kind } }) => kind === 'session-was-on');
    expect(was?.reason.node).toBe('server-2');
    expect(run.events[was?.event ?? -1]).toMatchObject({ kind: 'remembered', node: 'server-2' });
  });

  it('precedes its step, and each cause is an earlier step', () => {
    fc.assert(
      fc.property(anyLessonScenario, fc.constantFrom('essential', 'full'), (any, detail) => {
        const run = runOf(any, [crash('server-1', whenAnswered('client/1'))], detail);
        run.steps.forEach((_, index) => {
          const cause = causeOf(run, index);
          for (const each of [...evidenceOf(run, index), ...(cause === undefined ? [] : [cause])]) {
            expect(each).toBeGreaterThanOrEqual(0);
            expect(each).toBeLessThan(index);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('an event belongs to the first step that shows it', () => {
    const run = runOf(scenario(), []);
    run.steps.forEach((step, index) => {
      const shown = stepOfEvent(run, step.event);
      expect(shown).toBe(run.steps.findIndex(({ lastEvent }) => lastEvent >= step.event));
      expect(shown).toBeLessThanOrEqual(index);
    });
    expect(stepOfEvent(run, run.events.length)).toBeUndefined();
  });
});

describe('what a node remembers', () => {
  it('dates from the step that wrote the current value', () => {
    fc.assert(
      fc.property(anyLessonScenario, (any) => {
        const run = runOf(any, []);
        run.states.forEach(({ snapshot }, step) => {
          for (const [node, { memory }] of snapshot) {
            for (const { key, item } of memory) {
              const since = rememberedSince(run, step, node, item);
              if (since === undefined) continue;
              const itemAt = (index: number) =>
                [...(run.states[index]?.snapshot.get(node)?.memory ?? [])].find((each) => each.key === key)
                  ?.item;
              expect(since).toBeLessThanOrEqual(step);
              expect(itemAt(since)).toBe(item);
              if (since > 0) expect(itemAt(since - 1)).not.toBe(item);
            }
          }
        });
      }),
      { numRuns: 30 },
    );
  });
});

function fail(): never {
  throw new Error('The run has no such step.');
}
