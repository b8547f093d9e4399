/**
 * Open arrivals: clients of a group arrive whatever happens to those before them, so a slow cluster gets no less to do.
 * The times depend on the seed alone.
 */
import { exponentialUs } from './kernel/exponential.ts';
import { type RandomStream, randomStream } from './kernel/random.ts';

export type Arrivals =
  /** Each client on its own, within the group's `arrivesWithinUs`. */
  | { readonly kind: 'within' }
  /** A Poisson process: exponential gaps between one client and the next. */
  | { readonly kind: 'poisson'; readonly meanUs: number }
  /** `size` clients at the same moment, then as many again after `everyUs`. */
  | { readonly kind: 'burst'; readonly size: number; readonly everyUs: number }
  /** A Poisson process whose mean gap changes evenly from the first client to the last. */
  | { readonly kind: 'ramp'; readonly fromMeanUs: number; readonly toMeanUs: number };

/**
 * When each client of a group arrives, in virtual microseconds after the group's `arrivesAtUs`, in ascending order.
 *
 * @returns Null for clients that draw their own time.
 */
export function arrivalTimesUs(
  arrivals: Arrivals,
  count: number,
  { seed, group }: { readonly seed: number; readonly group: number },
): readonly number[] | null {
  switch (arrivals.kind) {
    case 'within':
      return null;
    case 'burst':
      return Array.from(
        { length: count },
        (_, index) => Math.floor(index / arrivals.size) * arrivals.everyUs,
      );
    case 'poisson':
      return sums(count, streamOf(seed, group), () => arrivals.meanUs);
    case 'ramp': {
      const { fromMeanUs, toMeanUs } = arrivals;
      const last = Math.max(1, count - 1);
      const meanOf = (index: number) => fromMeanUs + Math.round(((toMeanUs - fromMeanUs) * index) / last);
      return sums(count, streamOf(seed, group), meanOf);
    }
    default:
      throw new Error(`Unknown arrivals ${arrivals satisfies never}`);
  }
}

function streamOf(seed: number, group: number): RandomStream {
  return randomStream(seed, `arrivals-${group}`);
}

/** Running sums of exponential gaps. The first client arrives after a gap, too. */
function sums(count: number, random: RandomStream, meanOf: (index: number) => number): readonly number[] {
  let atUs = 0;
  return Array.from({ length: count }, (_, index) => {
    atUs += exponentialUs(random, meanOf(index));
    return atUs;
  });
}
