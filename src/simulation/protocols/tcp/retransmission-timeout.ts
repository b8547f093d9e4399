/** How long to wait for an acknowledgment before sending again (RFC 6298), in whole microseconds. */

export interface RetransmissionTimeout {
  readonly rtoUs: number;
  /** How often the timer has expired since the last measurement: each time doubles the RTO. */
  readonly backoffs: number;
  /** SRTT and RTTVAR; null before the first measurement. */
  readonly estimate: { readonly srttUs: number; readonly rttvarUs: number } | null;
}

export interface RtoBounds {
  readonly initialRtoUs: number;
  readonly rtoMinUs: number;
  readonly rtoMaxUs: number;
}

/** What the RTO becomes when a SYN had to be sent again (RFC 6298 (5.7)). */
const RTO_AFTER_LOST_SYN_US = 3_000_000;

/** G of RFC 6298: the clock of the simulation ticks in microseconds. */
const CLOCK_GRANULARITY_US = 1;

/** (2.1) */
export function initialTimeout({ initialRtoUs }: RtoBounds): RetransmissionTimeout {
  return { rtoUs: initialRtoUs, backoffs: 0, estimate: null };
}

/** (2.2) to (2.5). By Karn's rule (3) only segments that were sent once are measured. */
export function measured(
  { estimate }: RetransmissionTimeout,
  roundTripUs: number,
  { rtoMinUs, rtoMaxUs }: RtoBounds,
): RetransmissionTimeout {
  const next =
    estimate === null
      ? { srttUs: roundTripUs, rttvarUs: Math.floor(roundTripUs / 2) }
      : {
          // RTTVAR is computed from the SRTT of before.
          rttvarUs: Math.floor((3 * estimate.rttvarUs + Math.abs(estimate.srttUs - roundTripUs)) / 4),
          srttUs: Math.floor((7 * estimate.srttUs + roundTripUs) / 8),
        };
  const rtoUs = next.srttUs + Math.max(CLOCK_GRANULARITY_US, 4 * next.rttvarUs);
  return { rtoUs: Math.min(rtoMaxUs, Math.max(rtoMinUs, rtoUs)), backoffs: 0, estimate: next };
}

/** (5.5): the timer has expired. */
export function backedOff(timeout: RetransmissionTimeout, { rtoMaxUs }: RtoBounds): RetransmissionTimeout {
  return { ...timeout, rtoUs: Math.min(rtoMaxUs, 2 * timeout.rtoUs), backoffs: timeout.backoffs + 1 };
}

/** (5.7): data begins after a handshake. */
export function afterHandshake(
  timeout: RetransmissionTimeout,
  { initialRtoUs }: RtoBounds,
): RetransmissionTimeout {
  if (timeout.backoffs === 0) return timeout;
  return { ...timeout, rtoUs: Math.max(initialRtoUs, RTO_AFTER_LOST_SYN_US), backoffs: 0 };
}
