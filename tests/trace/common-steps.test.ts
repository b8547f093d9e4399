import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { commonSteps } from '../../src/trace/common-steps.ts';
import type { Run } from '../../src/trace/run.ts';
import { runOf } from '../support/run-of.ts';
import { anyLessonScenario, anyOperation, operated } from '../support/runs.ts';

/** Two futures of one run. */
const anyFutures: fc.Arbitrary<readonly [Run, Run]> = fc
  .tuple(anyLessonScenario, fc.array(anyOperation, { maxLength: 2 }), anyOperation, anyOperation)
  .map(([scenario, shared, one, other]) => {
    const operate = (run: Run, { at, kind, node }: typeof one) =>
      operated(run, at % run.steps.length, kind, node);
    const trunk = shared.reduce(operate, runOf(scenario, []));
    return [operate(trunk, one), operate(trunk, other)] as const;
  });

it('two futures have the same steps, states and scores as far as they are said to', () => {
  fc.assert(
    fc.property(anyFutures, ([one, other]) => {
      const common = commonSteps(one, other);
      expect(one.steps.slice(0, common)).toEqual(other.steps.slice(0, common));
      expect(one.states.slice(0, common)).toEqual(other.states.slice(0, common));
      expect(one.scores.slice(0, common)).toEqual(other.scores.slice(0, common));
    }),
    { numRuns: 60 },
  );
});

it('a diagram that starts from another future is the same as one made from nothing', () => {
  fc.assert(
    fc.property(anyFutures, ([one, other]) => {
      const before = { run: one, diagram: describeRun(one, phrasebook) };
      const { steps, activations, outages } = describeRun(other, phrasebook, before);
      const fresh = describeRun(other, phrasebook);
      expect(steps).toEqual(fresh.steps);
      expect(activations).toEqual(fresh.activations);
      expect(outages).toEqual(fresh.outages);
      expect(steps[0]).toBe(before.diagram.steps[0]);
    }),
    { numRuns: 60 },
  );
});

it('a run is all common with itself, and nothing with another scenario', () => {
  fc.assert(
    fc.property(anyFutures, ([one]) => {
      expect(commonSteps(one, one)).toBe(one.steps.length);
      expect(commonSteps(one, { ...one, scenario: { ...one.scenario } })).toBe(0);
    }),
    { numRuns: 20 },
  );
});
