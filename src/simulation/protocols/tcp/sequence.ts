/** Sequence numbers: integers from 0 to 2^32 - 1, which wrap around (RFC 9293 §3.4). */

export const SEQUENCE_MAX = 2 ** 32 - 1;

export function advance(sequence: number, by: number): number {
  return (sequence + by) >>> 0;
}

/** Distance from `from` to `to`, upwards and modulo 2^32. */
export function distance(from: number, to: number): number {
  return (to - from) >>> 0;
}

/** Signed distance from `base` to `sequence`, in the shorter direction. */
export function offset(base: number, sequence: number): number {
  return (sequence - base) | 0;
}

/** Whether `sequence` is one of `count` numbers from `first`. */
export function isWithin(sequence: number, first: number, count: number): boolean {
  return distance(first, sequence) < count;
}
