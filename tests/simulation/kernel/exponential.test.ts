import { describe, expect, it } from 'vitest';
import { exponentialUs } from '../../../src/simulation/kernel/exponential.ts';
import { randomStream } from '../../../src/simulation/kernel/random.ts';

const DRAWS = 100_000;
const seeds = [1, 2, 3];

function drawn(seed: number, meanUs: number): number[] {
  const random = randomStream(seed, 'exponential');
  return Array.from({ length: DRAWS }, () => exponentialUs(random, meanUs));
}

/** P(T < t), the closed form; T is a whole number of microseconds. */
function probabilityBelow(t: number, meanUs: number): number {
  return 1 - Math.exp(-t / meanUs);
}

describe.each(seeds)('exponential times, seed %i', (seed) => {
  it.each([1, 2, 7, 1_000, 5_000, 4_000_000])(
    'of mean %i µs have the expected mean and variance',
    (meanUs) => {
      const times = drawn(seed, meanUs);
      const mean = times.reduce((sum, time) => sum + time, 0) / DRAWS;
      const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (DRAWS - 1);
      // A geometric distribution, since fractions are truncated.
      const stays = Math.exp(-1 / meanUs);
      const expectedMean = stays / (1 - stays);
      const expectedVariance = stays / (1 - stays) ** 2;
      // Five standard errors: that of the mean, and that of the variance, whose fourth central moment is 9 σ⁴ + σ².
      const meanError = Math.sqrt(expectedVariance / DRAWS);
      const varianceError = Math.sqrt((8 * expectedVariance ** 2 + expectedVariance) / DRAWS);
      expect(Math.abs(mean - expectedMean)).toBeLessThan(5 * meanError);
      expect(Math.abs(variance - expectedVariance)).toBeLessThan(5 * varianceError);
    },
  );

  it.each([1_000, 5_000, 4_000_000])('of mean %i µs pass a Kolmogorov–Smirnov test', (meanUs) => {
    const times = drawn(seed, meanUs).sort((a, b) => a - b);
    let distance = 0;
    for (let index = 0; index < DRAWS; ) {
      const time = times[index] ?? Number.NaN;
      const before = index / DRAWS;
      while (times[index] === time) index += 1;
      // Both sides of the step that the sample makes at this time.
      distance = Math.max(
        distance,
        Math.abs(before - probabilityBelow(time, meanUs)),
        Math.abs(index / DRAWS - probabilityBelow(time + 1, meanUs)),
      );
    }
    // Exceeded by one sample in a thousand: 1.95 / √n.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(DRAWS));
  });

  it('of a mean of 2 µs have each length with the expected frequency', () => {
    const counts = new Map<number, number>();
    for (const time of drawn(seed, 2))
      counts.set(Math.min(time, 12), (counts.get(Math.min(time, 12)) ?? 0) + 1);
    let chiSquare = 0;
    for (let time = 0; time <= 12; time += 1) {
      const upTo = time === 12 ? 1 : probabilityBelow(time + 1, 2);
      const expected = DRAWS * (upTo - probabilityBelow(time, 2));
      chiSquare += ((counts.get(time) ?? 0) - expected) ** 2 / expected;
    }
    // Twelve degrees of freedom: exceeded by one sample in a thousand.
    expect(chiSquare).toBeLessThan(32.91);
  });
});

describe('an exponential time', () => {
  it('of mean 0 is 0', () => {
    expect(exponentialUs(randomStream(1, 'none'), 0)).toBe(0);
  });

  it('is a whole number, 0 or more', () => {
    const random = randomStream(4, 'whole');
    for (let meanUs = 1; meanUs < 2 ** 40; meanUs *= 3) {
      const time = exponentialUs(random, meanUs);
      expect(Number.isSafeInteger(time) && time >= 0).toBe(true);
    }
  });

  it('takes 4.3 numbers of its stream on average: e² / (e - 1)', () => {
    const random = randomStream(5, 'cost');
    let draws = 0;
    const counting = {
      integer: (min: number, max: number) => {
        draws += 1;
        return random.integer(min, max);
      },
    };
    for (let time = 0; time < DRAWS; time += 1) exponentialUs(counting, 5_000);
    expect(draws / DRAWS).toBeCloseTo(Math.E ** 2 / (Math.E - 1), 1);
  });
});
