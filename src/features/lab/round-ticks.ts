/** Few values of an axis, and round ones. */
import { ticks } from 'd3-array';

/** @returns As many as there can be, but no more than `max`. */
export function roundTicks(low: number, high: number, max: number): readonly number[] {
  // d3 takes the number as a hint, and can return more.
  for (let count = max; count > 0; count -= 1) {
    const found = ticks(low, high, count);
    if (found.length <= max) return found;
  }
  return [low];
}
