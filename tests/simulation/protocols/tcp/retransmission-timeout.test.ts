/** The numbers are calculated by hand from the formulas of RFC 6298 §2 with alpha 1/8, beta 1/4, K 4. */
import { describe, expect, it } from 'vitest';
import {
  afterHandshake,
  backedOff,
  initialTimeout,
  measured,
} from '../../../../src/simulation/protocols/tcp/retransmission-timeout.ts';

const SECOND_US = 1_000_000;
const bounds = { initialRtoUs: SECOND_US, rtoMinUs: SECOND_US, rtoMaxUs: 60 * SECOND_US };
const unbounded = { ...bounds, rtoMinUs: 0 };

describe('the retransmission timeout (RFC 6298)', () => {
  it('is 1 second before the first measurement (2.1)', () => {
    expect(initialTimeout(bounds).rtoUs).toBe(SECOND_US);
  });

  it('follows the first measurement R: SRTT = R, RTTVAR = R/2, RTO = SRTT + 4 RTTVAR (2.2)', () => {
    expect(measured(initialTimeout(bounds), 500_000, bounds)).toEqual({
      rtoUs: 1_500_000,
      backoffs: 0,
      estimate: { srttUs: 500_000, rttvarUs: 250_000 },
    });
  });

  it('follows the next: RTTVAR = 3/4 RTTVAR + 1/4 |SRTT - R|, then SRTT = 7/8 SRTT + 1/8 R (2.3)', () => {
    const second = measured(measured(initialTimeout(bounds), 500_000, bounds), 700_000, bounds);
    expect(second).toEqual({
      rtoUs: 1_475_000,
      backoffs: 0,
      estimate: { srttUs: 525_000, rttvarUs: 237_500 },
    });
    expect(measured(second, 285_000, bounds)).toEqual({
      rtoUs: 495_000 + 952_500,
      backoffs: 0,
      estimate: { srttUs: 495_000, rttvarUs: 238_125 },
    });
  });

  it('is at least 1 second (2.4) and at most the bound (2.5)', () => {
    expect(measured(initialTimeout(bounds), 40_000, bounds).rtoUs).toBe(SECOND_US);
    expect(measured(initialTimeout(unbounded), 40_000, unbounded).rtoUs).toBe(120_000);
    expect(measured(initialTimeout(bounds), 50 * SECOND_US, bounds).rtoUs).toBe(60 * SECOND_US);
  });

  it('uses the granularity of the clock when nothing varies', () => {
    let timeout = initialTimeout(unbounded);
    for (let index = 0; index < 200; index += 1) timeout = measured(timeout, 80_000, unbounded);
    expect(timeout.estimate?.srttUs).toBe(80_000);
    expect(timeout.rtoUs - 80_000).toBeGreaterThanOrEqual(1);
    expect(timeout.rtoUs - 80_000).toBeLessThan(20);
  });

  it('doubles each time the timer expires, up to the bound (5.5)', () => {
    const seconds: number[] = [];
    let timeout = initialTimeout(bounds);
    for (let index = 0; index < 8; index += 1) {
      seconds.push(timeout.rtoUs / SECOND_US);
      timeout = backedOff(timeout, bounds);
    }
    expect(seconds).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('is short again after the next measurement', () => {
    const late = backedOff(backedOff(initialTimeout(bounds), bounds), bounds);
    expect(late).toMatchObject({ rtoUs: 4 * SECOND_US, backoffs: 2 });
    expect(measured(late, 40_000, bounds)).toMatchObject({ rtoUs: SECOND_US, backoffs: 0 });
  });

  it('is 3 seconds when data follows a SYN that was retransmitted (5.7)', () => {
    const late = backedOff(backedOff(initialTimeout(bounds), bounds), bounds);
    expect(afterHandshake(late, bounds)).toMatchObject({ rtoUs: 3 * SECOND_US, backoffs: 0 });
    expect(afterHandshake(initialTimeout(bounds), bounds)).toEqual(initialTimeout(bounds));
  });
});
