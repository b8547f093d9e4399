/** Sequence numbers: whole numbers from 0 to 2^32 - 1, and after the last comes the first (RFC 9293 §3.4). */

export const SEQUENCE_MAX = 2 ** 32 - 1;

export function advance(sequence: number, by: number): number {
  return (sequence + by) >>> 0;
}

/** How many numbers `to` lies after `from`, going upwards and around. */
export function distance(from: number, to: number): number {
  return (to - from) >>> 0;
}

/** How far `sequence` lies after `base`, or before it when negative: whichever way is shorter. */
export function offset(base: number, sequence: number): number {
  return (sequence - base) | 0;
}

/** Whether `sequence` is one of the `count` numbers that begin with `first`. */
export function isWithin(sequence: number, first: number, count: number): boolean {
  return distance(first, sequence) < count;
}
