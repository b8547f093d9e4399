import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrivals, arrivalTimesUs } from '../../src/simulation/arrivals.ts';
import { record } from '../../src/simulation/simulate.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { scripted } from '../support/scenario.ts';

const visit = [{ kind: 'visit' }] as const;
const at = { seed: 7, group: 0 };

const anyArrivals = fc.oneof(
  fc.nat({ max: 100_000 }).map((meanUs): Arrivals => ({ kind: 'poisson', meanUs })),
  fc
    .record({ size: fc.integer({ min: 1, max: 9 }), everyUs: fc.nat({ max: 100_000 }) })
    .map((burst): Arrivals => ({ kind: 'burst', ...burst })),
  fc
    .record({ fromMeanUs: fc.nat({ max: 100_000 }), toMeanUs: fc.nat({ max: 100_000 }) })
    .map((ramp): Arrivals => ({ kind: 'ramp', ...ramp })),
);

/** When each client of a run sends its first request. */
function sentUs(arrivals: Arrivals, count: number, serviceUs = 2_000): number[] {
  const scenario = scripted(visit, { seed: at.seed, client: { count, arrivals } });
  const timing = { ...scenario.timing, service: { kind: 'fixed', us: serviceUs } } as const;
  return record({ ...scenario, timing }, []).flatMap((event) =>
    event.kind === 'request-reached' && event.milestone === 'sent' ? [event.atUs] : [],
  );
}

describe('open arrivals', () => {
  it('come in ascending order, one for each client, and depend on the seed alone', () => {
    fc.assert(
      fc.property(anyArrivals, fc.integer({ min: 1, max: 50 }), fc.nat(), (arrivals, count, seed) => {
        const times = arrivalTimesUs(arrivals, count, { seed, group: 1 });
        expect(times).toHaveLength(count);
        expect(times).toEqual(times?.toSorted((one, other) => one - other));
        expect(arrivalTimesUs(arrivals, count, { seed, group: 1 })).toEqual(times);
      }),
    );
  });

  it('are what clients of a run do, however slow its servers are', () => {
    const arrivals: Arrivals = { kind: 'poisson', meanUs: 10_000 };
    const times = arrivalTimesUs(arrivals, 20, at);
    expect(sentUs(arrivals, 20)).toEqual(times);
    expect(sentUs(arrivals, 20, 500_000)).toEqual(times);
  });

  it('have gaps of the given mean in a Poisson process', () => {
    const count = 20_000;
    const times = arrivalTimesUs({ kind: 'poisson', meanUs: 1_000 }, count, at) ?? [];
    // The standard error of the mean of exponential gaps is mean / √count: this allows four.
    expect(Math.abs((times.at(-1) ?? 0) / count - 1_000)).toBeLessThan((4 * 1_000) / Math.sqrt(count));
  });

  it('come faster and faster in a ramp to a shorter gap', () => {
    const times = arrivalTimesUs({ kind: 'ramp', fromMeanUs: 10_000, toMeanUs: 100 }, 1_000, at) ?? [];
    const [half = 0, end = 0] = [times[499], times[999]];
    // Mean gaps of the halves: 7,525 and 2,575 µs.
    expect(half).toBeGreaterThan(2 * (end - half));
  });

  it('come together in a burst', () => {
    expect(arrivalTimesUs({ kind: 'burst', size: 2, everyUs: 500 }, 5, at)).toEqual([0, 0, 500, 500, 1_000]);
  });

  it('are refused when the last client would come after the longest delay', () => {
    const withMean = (meanUs: number) =>
      scripted(visit, { client: { count: 100, arrivals: { kind: 'poisson', meanUs } } });
    expect(checkScenario(withMean(1_000))).toEqual([]);
    expect(checkScenario(withMean(86_400_000_000))).toMatchObject([{ field: 'clients[0].arrivals.meanUs' }]);
  });
});
