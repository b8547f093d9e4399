import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import type { Run } from '../../src/trace/run.ts';
import { runOf } from '../support/run-of.ts';
import { anyLessonScenario, anyOperation, arrowOf, operated } from '../support/runs.ts';
import { scenario, whenSent } from '../support/scenario.ts';

/** The first fault in a run after a command was given at `step` of another run, or null. */
function faultOf(run: Run, step: number, later: Run): string | null {
  for (let index = 0; index <= step; index += 1) {
    const [before, now] = [run.steps[index], later.steps[index]];
    if (!isDeepStrictEqual(before, now)) {
      return `step ${index} was ${before && arrowOf(before)}, and is ${now && arrowOf(now)}`;
    }
    if (!isDeepStrictEqual(run.states[index], later.states[index]))
      return `step ${index} shows another state`;
    if (!isDeepStrictEqual(run.scores[index], later.scores[index]))
      return `step ${index} shows another score`;
  }
  const given = later.commands.at(-1);
  const next = later.steps[step + 1];
  return next?.kind === 'command' && next.command === given
    ? null
    : `step ${step + 1} is ${next && arrowOf(next)}`;
}

const kinds = ['crash', 'restart'] as const;
const nodes = ['server-1', 'server-2'];

describe('a command given at a step', () => {
  it.each(strategyIds)('keeps all earlier steps, and comes next, under %s', (strategy) => {
    const run = runOf(scenario({ strategy }), []);
    const faults = run.steps.flatMap((_, step) =>
      kinds.flatMap((kind) =>
        nodes.flatMap((node) => {
          const fault = faultOf(run, step, operated(run, step, kind, node));
          return fault === null ? [] : [`${kind} ${node} at step ${step}: ${fault}`];
        }),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('does so for any number of commands, at any step, with any script', () => {
    const operations = fc.array(anyOperation, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyLessonScenario, operations, (random, list) => {
        let run: Run = runOf(random, []);
        for (const { at, kind, node } of list) {
          const step = at % run.steps.length;
          const later = operated(run, step, kind, node);
          expect(faultOf(run, step, later)).toBeNull();
          run = later;
        }
      }),
    );
  });

  it('does so after a request has arrived that its client has given up', () => {
    const { scenario: given } = runOf(scenario({ servers: 1, timing: { clientTimeoutUs: 500_000 } }), []);
    const run = runOf(given, [
      { kind: 'freeze', node: 'server-1', moment: whenSent('client/2') },
      { kind: 'thaw', node: 'server-1', moment: whenSent('client/2', 700_000) },
    ]);
    const reached = run.events.flatMap((event) =>
      event.kind === 'request-reached' && event.request === 'client/2' ? [event.milestone] : [],
    );
    expect(reached).toEqual(['sent', 'answered', 'arrived']);
    const faults = run.steps.flatMap((_, step) => {
      const fault = faultOf(run, step, operated(run, step, 'crash', 'server-1'));
      return fault === null ? [] : [`at step ${step}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  it('can be repeated at the same step: each one follows the previous one', () => {
    let run: Run = runOf(scenario(), []);
    for (const [step, kind] of [
      [2, 'crash'],
      [3, 'crash'],
      [4, 'restart'],
      [5, 'restart'],
    ] as const) {
      run = operated(run, step, kind, 'server-1');
    }
    expect(run.steps.slice(3, 7).map(arrowOf)).toEqual([
      'crash server-1: done',
      'crash server-1: already-down',
      'restart server-1: done',
      'restart server-1: already-up',
    ]);
  });
});
