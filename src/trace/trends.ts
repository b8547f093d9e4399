/** The trend of a number over a run, up to the present step and no further, as few points as a small picture needs. */

export interface TrendPoint {
  /** Of the whole run's length, from 0 to 1: the picture grows as the run does. */
  readonly place: number;
  readonly value: number;
}

const POINTS_MAX = 40;

/** @param valueAt At a step, by index from 0; asked for none after `step`. */
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
