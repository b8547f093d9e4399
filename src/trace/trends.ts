/** A number's trend over a run up to the present step, reduced to the points that a small chart needs. */

export interface TrendPoint {
  /** Position in the whole run, from 0 to 1: the chart grows with the run. */
  readonly place: number;
  readonly value: number;
}

const POINTS_MAX = 40;

/** @param valueAt Value at a step index from 0. Never called for indices after `step`. */
export function trendOf(
  valueAt: (step: number) => number,
  step: number,
  steps: number,
): readonly TrendPoint[] {
  const count = Math.min(steps, POINTS_MAX);
  const points: TrendPoint[] = [];
  for (let index = 0; index < count; index += 1) {
    const last = Math.ceil(((index + 1) * steps) / count) - 1;
    const place = count === 1 ? 1 : index / (count - 1);
    points.push({ place, value: valueAt(Math.min(last, step)) });
    if (last >= step) break;
  }
  return points;
}
