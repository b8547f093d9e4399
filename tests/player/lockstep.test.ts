import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { firstDifference, lockstepOf } from '../../src/player/lockstep.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { runOf } from '../support/run-of.ts';
import { anyLessonScenario } from '../support/runs.ts';

const step = (key: string) => ({ key, request: key.split(' ')[0] ?? '' });
const shown = (own: string[], other: string[]) =>
  lockstepOf(own.map(step), other.map(step)).map((pair) => `${own[pair.own]} | ${other[pair.comparison]}`);

describe('two runs in lockstep', () => {
  it('show steps of the same key together', () => {
    expect(shown(['c/1 a', 'c/1 b'], ['c/1 a', 'c/1 b'])).toEqual(['c/1 a | c/1 a', 'c/1 b | c/1 b']);
  });

  it('wait for each other where one has more to show', () => {
    expect(shown(['c/1 a', 'c/2 a'], ['c/1 a', 'c/1 more', 'c/2 a'])).toEqual([
      'c/1 a | c/1 a',
      'c/1 a | c/1 more',
      'c/2 a | c/2 a',
    ]);
  });

  it('show two ways to go on with the same request together', () => {
    expect(shown(['c/1 a', 'c/1 served', 'c/2 a'], ['c/1 a', 'c/1 refused', 'c/2 a'])).toEqual([
      'c/1 a | c/1 a',
      'c/1 served | c/1 refused',
      'c/2 a | c/2 a',
    ]);
  });

  it('each show every step of theirs once and in order, whatever the other does', () => {
    const anyKeys = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('a', 'b', 'c'))
        .map(([n, leg]) => `c/${n} ${leg}`),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(anyKeys, anyKeys, (own, other) => {
        const pairs = lockstepOf(own.map(step), other.map(step));
        let before = { own: 0, comparison: 0 };
        pairs.forEach((pair, index) => {
          const [mine, theirs] = [pair.own - before.own, pair.comparison - before.comparison];
          expect(mine === 0 || mine === 1).toBe(true);
          expect(theirs === 0 || theirs === 1).toBe(true);
          if (index > 0) expect(mine + theirs).toBeGreaterThan(0);
          before = pair;
        });
        expect(before).toEqual({ own: own.length - 1, comparison: other.length - 1 });
      }),
    );
  });

  it('of one and the same run go step by step, and never differ', () => {
    fc.assert(
      fc.property(anyLessonScenario, (scenario) => {
        const { steps } = describeRun(runOf(scenario, []), phrasebook);
        const pairs = lockstepOf(steps, steps);
        expect(pairs).toEqual(steps.map((_, index) => ({ own: index, comparison: index })));
        expect(firstDifference(pairs, steps, steps)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it('show the same request on both sides when both send it, under any two strategies', () => {
    fc.assert(
      fc.property(
        anyLessonScenario,
        fc.constantFrom(...strategyIds),
        fc.constantFrom(...strategyIds),
        (scenario, first, second) => {
          const [own, other] = [first, second].map(
            (strategy) => describeRun(runOf({ ...scenario, strategy }, []), phrasebook).steps,
          );
          if (own === undefined || other === undefined) return;
          const pairs = lockstepOf(own, other);
          for (const [index, { key }] of own.entries()) {
            const twin = other.findIndex((each) => each.key === key);
            if (twin < 0) continue;
            const together = pairs.some((pair) => pair.own === index && pair.comparison === twin);
            expect(together, key).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
