/** Durations: constant, or drawn from the seed. */
import { exponentialUs } from './exponential.ts';
import type { RandomStream } from './random.ts';

export type Duration =
  | { readonly kind: 'fixed'; readonly us: number }
  /** Uniform between these bounds, both inclusive. */
  | { readonly kind: 'uniform'; readonly minUs: number; readonly maxUs: number }
  /** Memoryless: the elapsed time says nothing about the remaining time. */
  | { readonly kind: 'exponential'; readonly meanUs: number };

/** Virtual microseconds. */
export function drawUs(duration: Duration, random: RandomStream): number {
  switch (duration.kind) {
    case 'fixed':
      return duration.us;
    case 'uniform':
      return random.integer(duration.minUs, duration.maxUs);
    case 'exponential':
      return exponentialUs(random, duration.meanUs);
    default:
      throw new Error(`Unknown duration ${duration satisfies never}`);
  }
}
