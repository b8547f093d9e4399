/** Random times between independent scheduledEvents, without a logarithm, in whose last digits engines differ. */
import type { RandomStream } from './random.ts';

/**
 * A time from the exponential distribution, its fraction of a microsecond cut off: P(T ≥ t) = e^(-t / meanUs) for
 * every whole t, exactly. By John von Neumann, "Various techniques used in connection with random digits" (1951),
 * who needs nothing but to compare uniform numbers: 4.3 of them on average.
 *
 * @param meanUs Whole microseconds; 0 gives 0.
 */
export function exponentialUs(random: RandomStream, meanUs: number): number {
  if (meanUs === 0) return 0;
  // The time is some number of whole means and a part x of one. A run that begins with x has at least n numbers
  // with probability x^(n-1) / (n-1)!, and so an odd number of them with probability e^-x. If not, one more mean
  // has passed: over all x, that is as likely as 1/e.
  for (let wholeUs = 0; ; wholeUs += meanUs) {
    const partUs = random.integer(0, meanUs - 1);
    if (fallingRun(random, partUs, meanUs) % 2 === 1) return wholeUs + partUs;
  }
}

/**
 * How many uniform numbers from 0 to `below`, the first included, are each less than the one before. Only their whole
 * part is drawn. Where it is the same, their fractions decide: of n fractions of which all but the last are known
 * to fall, the last one falls too with probability 1/n.
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
