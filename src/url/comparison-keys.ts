/** The keys of an address that say what is compared, and the place in it. */
import { type Comparison, type Timeline, timelineIndex } from '../player/comparison.ts';
import type { QueryChanges } from './query.ts';

export function comparisonKeys(comparison: Pick<Comparison, 'variant' | 'position'> | null): QueryChanges {
  if (comparison === null) return { compare: null, pair: null };
  return { compare: comparison.variant, pair: comparison.position + 1 };
}

/** The slider's position. A step of a run isn't enough while comparing. */
export function timelineKeys(played: Timeline): QueryChanges {
  const { comparison, step } = played;
  return comparison === null
    ? { step: timelineIndex(played) + 1 }
    : { step: step + 1, pair: comparison.position + 1 };
}
