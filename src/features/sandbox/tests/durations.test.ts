import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sandboxText as english } from '../../../locales/en/sandbox-text.ts';
import { sandboxText as korean } from '../../../locales/ko/sandbox-text.ts';
import { inBestUnit, readDuration } from '../durations.ts';
import { shownIn } from '../units.ts';

const DAY_US = 86_400_000_000;

describe('a time as text', () => {
  it.each([
    ['2 h', 7_200_000_000],
    ['24 h', DAY_US],
    ['14 days', 14 * DAY_US],
    ['1 h 30 min', 5_400_000_000],
    ['1h30m', 5_400_000_000],
    ['250ms', 250_000],
    ['1.5 s', 1_500_000],
    ['2,5 s', 2_500_000],
    ['1,500 ms', 1_500_000],
    ['1,500.5', 1_500_500_000],
    ['1,000 h 30 min', 3_601_800_000_000],
    ['7 µs', 7],
    ['2시간 30분', 9_000_000_000],
    ['14일', 14 * DAY_US],
    ['90초', 90_000_000],
    ['3 Days', 3 * DAY_US],
    ['−30 s', -30_000_000],
    ['12', 12_000_000],
    ['.5', 500_000],
  ])('is understood in both languages: %s', (text, us) => {
    expect(readDuration(text, 'seconds')).toBe(us);
  });

  it.each(['', 'much', '2 parsecs', 'h', '1 h 30', '1.2.3', '1,2,3', '1e5', '--1', '1 - 2', 'Infinity'])(
    'that is none is refused: “%s”',
    (text) => {
      expect(readDuration(text, 'seconds')).toBeNaN();
    },
  );

  it('is read as the field shows it, in each language', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 30 * DAY_US }),
          fc.integer({ min: 0, max: 720 }).map((hours) => hours * 3_600_000_000),
        ),
        fc.constantFrom(english, korean),
        fc.constantFrom('seconds' as const, 'milliseconds' as const),
        (us, text, unit) => {
          expect(readDuration(shownIn(us, unit, text.time), unit)).toBe(us);
        },
      ),
    );
  });

  it('has the unit that a reader expects', () => {
    const shown = (us: number) => {
      const { value, unit } = inBestUnit(us);
      return english.time(value, unit);
    };
    expect([2 * 3_600_000_000, DAY_US, 14 * DAY_US, 90_000_000, 250_000, 1, 0].map(shown)).toEqual([
      '2 h',
      '24 h',
      '14 days',
      '90 s',
      '250 ms',
      '1 µs',
      '0 s',
    ]);
  });
});
