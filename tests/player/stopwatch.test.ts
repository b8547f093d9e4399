import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedMs, reset, shownTime, toggled, zeroStopwatch } from '../../src/player/stopwatch.ts';

describe('a stopwatch', () => {
  it('counts time while it runs, and not while it is stopped', () => {
    const running = toggled(zeroStopwatch, 1_000);
    expect(elapsedMs(running, 4_500)).toBe(3_500);
    const stopped = toggled(running, 6_000);
    expect(elapsedMs(stopped, 99_000)).toBe(5_000);
    expect(elapsedMs(toggled(stopped, 100_000), 101_000)).toBe(6_000);
  });

  it('resets to zero, and keeps running if it was running', () => {
    const running = toggled(zeroStopwatch, 0);
    expect(elapsedMs(reset(running, 5_000), 5_700)).toBe(700);
    expect(elapsedMs(reset(toggled(running, 5_000), 6_000), 9_000)).toBe(0);
  });

  it('never runs backwards, even when the wall clock is set back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 }), (moments) => {
        let stopwatch = zeroStopwatch;
        for (const moment of moments) stopwatch = toggled(stopwatch, moment);
        return elapsedMs(stopwatch, 0) >= 0;
      }),
    );
  });

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [65_000, '1:05'],
    [3_599_000, '59:59'],
    [3_845_000, '1:04:05'],
  ])('formats %i ms as %s', (ms, shown) => {
    expect(shownTime(ms)).toBe(shown);
  });
});
