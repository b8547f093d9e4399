import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendOf } from '../../src/trace/trends.ts';

const anyPlace = fc
  .integer({ min: 1, max: 5_000 })
  .chain((steps) => fc.record({ steps: fc.constant(steps), step: fc.nat({ max: steps - 1 }) }));

describe('a trend', () => {
  it('contains no values after the present step', () => {
    fc.assert(
      fc.property(anyPlace, ({ steps, step }) => {
        const asked: number[] = [];
        trendOf((index) => asked.push(index), step, steps);
        expect(Math.max(...asked)).toBe(step);
      }),
    );
  });

  it('ends with the present value, and spans the run at the last step', () => {
    fc.assert(
      fc.property(anyPlace, ({ steps, step }) => {
        const points = trendOf((index) => index, step, steps);
        expect(points.at(-1)?.value).toBe(step);
        expect(points.length).toBeLessThanOrEqual(40);
        const places = points.map(({ place }) => place);
        expect(places).toEqual([...places].sort((one, other) => one - other));
        expect(trendOf((index) => index, steps - 1, steps).at(-1)?.place).toBe(1);
      }),
    );
  });
});
