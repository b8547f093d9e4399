import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeUsAt } from '../../../src/simulation/protocols/calendar.ts';
import { httpDate, LONG_PAST_US } from '../../../src/simulation/protocols/http-date.ts';

const EPOCH_MS = Date.UTC(2026, 2, 2);

describe('an HTTP date', () => {
  it('is an IMF-fixdate (the example of RFC 9110 §5.6.7)', () => {
    expect(httpDate(timeUsAt(784_111_777))).toBe('Sun, 06 Nov 1994 08:49:37 GMT');
  });

  it('starts on a Monday at nine in the morning in Seoul', () => {
    expect(httpDate(0)).toBe('Mon, 02 Mar 2026 00:00:00 GMT');
    expect(new Date(EPOCH_MS).toLocaleTimeString('en-GB', { timeZone: 'Asia/Seoul' })).toBe('09:00:00');
  });

  it.each([
    [-1, 'Sun, 01 Mar 2026 23:59:59 GMT'],
    [999_999, 'Mon, 02 Mar 2026 00:00:00 GMT'],
    [1_000_000, 'Mon, 02 Mar 2026 00:00:01 GMT'],
  ])("has whole seconds: at %i µs it's %s", (timeUs, date) => {
    expect(httpDate(timeUs)).toBe(date);
  });

  it('for a deleted cookie is long in the past', () => {
    expect(httpDate(LONG_PAST_US)).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
  });

  it('equals that of Date, at any instant that virtual time can represent', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (timeUs) => {
        const date = new Date(EPOCH_MS + Math.floor(timeUs / 1000));
        expect(httpDate(timeUs)).toBe(date.toUTCString());
      }),
      { numRuns: 5_000 },
    );
  });

  it('equals that of Date on every day for 400 years, with leap days and centuries', () => {
    const dayUs = 86_400_000_000;
    // From 2 March 1826 to 2 March 2226: 146,097 days.
    for (let day = -73_049; day <= 73_048; day += 1) {
      const expected = new Date(EPOCH_MS + day * 86_400_000).toUTCString();
      if (httpDate(day * dayUs) !== expected) expect(httpDate(day * dayUs)).toBe(expected);
    }
  });
});
