/** Exponential random times without a logarithm, whose last digits differ between engines. */
import type { RandomStream } from './random.ts';

/**
 * Draws a time from the exponential distribution, truncated to whole microseconds: P(T ≥ t) = e^(-t / meanUs) for every
 * whole t, exactly. John von Neumann, "Various techniques used in connection with random digits" (1951): it only
 * compares uniform numbers, 4.3 of them on average.
 *
 * @param meanUs Whole microseconds; 0 gives 0.
 */
export function exponentialUs(random: RandomStream, meanUs: number): number {
  if (meanUs === 0) return 0;
  // The result is a number of whole means plus a fraction x of one. A falling run that begins with x has at least n
  // numbers with probability x^(n-1) / (n-1)!, so its length is odd with probability e^-x. An even length adds one
  // more mean: averaged over all x, that has probability 1/e.
  for (let wholeUs = 0; ; wholeUs += meanUs) {
    const partUs = random.integer(0, meanUs - 1);
    if (fallingRun(random, partUs, meanUs) % 2 === 1) return wholeUs + partUs;
  }
}

/**
 * Length of a run of falling uniform numbers from 0 to `below`, including the first. Only integer parts are drawn. On a
 * tie the fractions decide: of n fractions that fall except perhaps at the last, the last one falls too with
 * probability 1/n.
 */
function fallingRun(random: RandomStream, first: number, below: number): number {
  let least = first;
  let equals = 1;
  for (let length = 1; ; length += 1) {
    const next = random.integer(0, below - 1);
    if (next > least) return length;
    equals = next === least ? equals + 1 : 1;
    if (equals > 1 && random.integer(1, equals) > 1) return length;
    least = next;
  }
}
