import { describe, expect, it } from 'vitest';
import { roundTicks } from '../../src/features/lab/round-ticks.ts';

describe('ticks at round values', () => {
  it.each([
    [0, 500, 5, [0, 200, 400]],
    [0, 1_047, 5, [0, 500, 1_000]],
    [0, 12, 5, [0, 5, 10]],
    [0, 6, 5, [0, 2, 4, 6]],
    [1, 9, 5, [2, 4, 6, 8]],
    [0, 0.35, 5, [0, 0.1, 0.2, 0.3]],
    [500, 5_000, 5, [1_000, 2_000, 3_000, 4_000, 5_000]],
    [0, 1, 5, [0, 0.5, 1]],
  ])('from %d to %d, at most %d', (low, high, max, expected) => {
    expect(roundTicks(low, high, max)).toEqual(expected);
  });

  it('are the one value of an axis that has no more', () => {
    expect(roundTicks(3, 3, 5)).toEqual([3]);
  });
});
