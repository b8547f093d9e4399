/** The retransmission timeout, RTO (RFC 6298), in integer microseconds. */

export interface RetransmissionTimeout {
  readonly rtoUs: number;
  /** Expirations since the last measurement. Each doubles the RTO. */
  readonly backoffs: number;
  /** SRTT and RTTVAR; null before the first measurement. */
  readonly estimate: { readonly srttUs: number; readonly rttvarUs: number } | null;
}

export interface RtoBounds {
  readonly initialRtoUs: number;
  readonly rtoMinUs: number;
  readonly rtoMaxUs: number;
}

/** The RTO after a SYN was retransmitted (RFC 6298 (5.7)). */
const RTO_AFTER_LOST_SYN_US = 3_000_000;

/** G of RFC 6298: the simulation's clock ticks in microseconds. */
const CLOCK_GRANULARITY_US = 1;

/** RFC 6298 (2.1): the RTO before the first measurement. */
export function initialTimeout({ initialRtoUs }: RtoBounds): RetransmissionTimeout {
  return { rtoUs: initialRtoUs, backoffs: 0, estimate: null };
}

/**
 * RFC 6298 (2.2) to (2.5): updates the RTO from a measurement. By Karn's algorithm (3), retransmitted segments aren't
 * measured.
 */
export function measured(
  { estimate }: RetransmissionTimeout,
  roundTripUs: number,
  { rtoMinUs, rtoMaxUs }: RtoBounds,
): RetransmissionTimeout {
  const next =
    estimate === null
      ? { srttUs: roundTripUs, rttvarUs: Math.floor(roundTripUs / 2) }
      : {
          // RTTVAR uses the previous SRTT.
          rttvarUs: Math.floor((3 * estimate.rttvarUs + Math.abs(estimate.srttUs - roundTripUs)) / 4),
          srttUs: Math.floor((7 * estimate.srttUs + roundTripUs) / 8),
        };
  const rtoUs = next.srttUs + Math.max(CLOCK_GRANULARITY_US, 4 * next.rttvarUs);
  return { rtoUs: Math.min(rtoMaxUs, Math.max(rtoMinUs, rtoUs)), backoffs: 0, estimate: next };
}

/** RFC 6298 (5.5): doubles the RTO after the timer has expired. */
export function backedOff(timeout: RetransmissionTimeout, { rtoMaxUs }: RtoBounds): RetransmissionTimeout {
  return { ...timeout, rtoUs: Math.min(rtoMaxUs, 2 * timeout.rtoUs), backoffs: timeout.backoffs + 1 };
}

/** RFC 6298 (5.7): resets the RTO when data transfer begins. */
export function afterHandshake(
  timeout: RetransmissionTimeout,
  { initialRtoUs }: RtoBounds,
): RetransmissionTimeout {
  if (timeout.backoffs === 0) return timeout;
  return { ...timeout, rtoUs: Math.max(initialRtoUs, RTO_AFTER_LOST_SYN_US), backoffs: 0 };
}
