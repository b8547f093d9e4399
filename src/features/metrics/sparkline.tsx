/** A sparkline of a number's trend, up to the present step. The number stands beside it, so it needs no words. */
import { type TrendPoint, trendOf } from '../../trace/trends.ts';
import styles from './trends.module.css';

const WIDTH = 60;
const HEIGHT = 16;
const INSET = 1.5;

interface SparklineProps {
  readonly valueAt: (step: number) => number;
  /** The other series, on the same scale. */
  readonly otherAt?: ((step: number) => number) | undefined;
  readonly step: number;
  readonly steps: number;
}

export function Sparkline({ valueAt, otherAt, step, steps }: SparklineProps) {
  const points = trendOf(valueAt, step, steps);
  const others = otherAt === undefined ? [] : trendOf(otherAt, step, steps);
  // Scaled to the maximum so far, so that the scale doesn't reveal later values.
  const top = Math.max(1, ...[...points, ...others].map(({ value }) => value));
  const x = (place: number) => (INSET + place * (WIDTH - 2 * INSET)).toFixed(1);
  const y = (value: number) => (HEIGHT - INSET - (value / top) * (HEIGHT - 2 * INSET)).toFixed(1);
  // A number holds until it changes, so the line has steps instead of slopes.
  const pathOf = (trend: readonly TrendPoint[]) =>
    trend
      .map(({ place, value }, index) =>
        index === 0 ? `M${x(place)} ${y(value)}` : `H${x(place)}V${y(value)}`,
      )
      .join('');
  const last = points.at(-1);
  return (
    <svg className={styles.sparkline} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {others.length > 0 && <path className={styles.other} d={pathOf(others)} />}
      <path d={pathOf(points)} />
      {last !== undefined && <circle cx={x(last.place)} cy={y(last.value)} r={2} />}
    </svg>
  );
}
