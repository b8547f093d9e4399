/** What a point says, with a button that opens its run. A point's own button says the same to screen readers. */
import { ChevronRight } from 'lucide-react';
import { useText } from '../text-context.ts';
import styles from './lab.module.css';
import type { LabText } from './lab-text.ts';
import type { PlacedPoint } from './line-plot.ts';
import type { PlotData } from './plot-data.ts';
import { seriesStyle } from './series.ts';
import { measureValue, parameterValue } from './words.ts';

interface PointCardProps {
  readonly text: LabText;
  readonly data: PlotData;
  readonly placed: PlacedPoint;
  readonly width: number;
  readonly openLabel: string;
  readonly onOpen: () => void;
}

export function PointCard({ text, data, placed, width, openLabel, onOpen }: PointCardProps) {
  const view = useText();
  const { at, left, top } = placed;
  const { median, low, high, runs } = at.summary;
  const places = data.study.axes.map(({ parameter }, index) =>
    text.at(text.parameters[parameter], parameterValue(text, view, parameter, at.point.at[index] ?? 0)),
  );
  const isOnLeft = left > width / 2;
  const value = (number: number) => measureValue(text, data.measure, number);
  return (
    <div
      className={styles.card}
      data-side={isOnLeft ? 'left' : 'right'}
      style={{ left, top }}
      aria-hidden="true"
    >
      <p className={styles.cardPlace}>
        <strong style={{ color: seriesStyle(at.point.strategy).colour }}>
          {view.variants[at.point.strategy]}
        </strong>
        {`, ${places.join(', ')}`}
      </p>
      <p className={styles.cardValue}>
        <strong>{value(median)}</strong> <span>{text.ranges(value(low), value(high), runs)}</span>
      </p>
      <button type="button" className={styles.primary} tabIndex={-1} onClick={onOpen}>
        <span>{openLabel}</span>
        <ChevronRight />
      </button>
    </div>
  );
}
