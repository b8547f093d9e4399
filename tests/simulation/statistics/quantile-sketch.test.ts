import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuantileSketch } from '../../../src/simulation/statistics/quantile-sketch.ts';

const shares = [0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1];

/** Equally from all orders of magnitude, including the bounds of buckets. */
const anyValue = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.double({ min: 1, max: 2, maxExcluded: true, noNaN: true }))
    .map(([bits, factor]) => Math.floor(2 ** bits * factor)),
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -1, max: 1 })).map(([bits, off]) => {
    return Math.max(0, 2 ** bits + off);
  }),
);
const anyValues = fc.array(anyValue, { minLength: 1, maxLength: 300 });

function sketchOf(values: readonly number[]): QuantileSketch {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.add(value);
  return sketch;
}

/** The nearest-rank quantile from all the values, sorted. */
function exactQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN;
}

describe('a quantile sketch', () => {
  it('returns every quantile to within 1/256 of the value at that rank', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const sketch = sketchOf(values);
        for (const share of shares) {
          const exact = exactQuantile(values, share);
          const off = Math.abs((sketch.quantile(share) ?? Number.NaN) - exact);
          expect(off, `${share} of ${values}`).toBeLessThanOrEqual(exact / 256);
        }
      }),
    );
  });

  it('keeps that bound up to the largest exact integer', () => {
    for (let value = Number.MAX_SAFE_INTEGER; value > 0; value = Math.floor(value / 2)) {
      // Two more values, so that neither the minimum nor the maximum helps.
      const sketch = sketchOf([0, value, Number.MAX_SAFE_INTEGER]);
      expect(Math.abs((sketch.quantile(0.5) ?? Number.NaN) - value)).toBeLessThanOrEqual(value / 256);
    }
  });

  it('is exact for values below 256', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1 }), (values) => {
        const sketch = sketchOf(values);
        for (const share of shares) expect(sketch.quantile(share)).toBe(exactQuantile(values, share));
      }),
    );
  });

  it('has the exact count, sum, minimum and maximum', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const sketch = sketchOf(values);
        const sum = values.reduce((total, value) => total + value, 0);
        expect([sketch.count, sketch.sum, sketch.mean]).toEqual([values.length, sum, sum / values.length]);
        expect([sketch.min, sketch.max]).toEqual([Math.min(...values), Math.max(...values)]);
      }),
    );
  });

  it('merged with another equals a single sketch of both', () => {
    const told = (sketch: QuantileSketch) => [
      ...[sketch.count, sketch.sum, sketch.mean, sketch.min, sketch.max],
      ...shares.map((share) => sketch.quantile(share)),
    ];
    fc.assert(
      fc.property(fc.array(anyValue), fc.array(anyValue), (ones, others) => {
        const merged = sketchOf(ones);
        merged.merge(sketchOf(others));
        expect(told(merged)).toEqual(told(sketchOf([...ones, ...others])));
      }),
    );
  });

  it('of no values has no quantiles', () => {
    const sketch = new QuantileSketch();
    expect([sketch.count, sketch.sum]).toEqual([0, 0]);
    expect([sketch.mean, sketch.min, sketch.max, sketch.quantile(0.5)]).toEqual([null, null, null, null]);
  });
});
