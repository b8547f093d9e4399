/** What a point says, with a button that opens its run. A point's own button says the same to screen readers. */
import { ChevronRight } from 'lucide-react';
import { Button } from '../../ui/button/button.tsx';
import { useText } from '../text-context.ts';
import type { LabText } from './lab-text.ts';
import type { PlacedPoint } from './line-plot.ts';
import styles from './plot.module.css';
import type { PlotData } from './plot-data.ts';
import { seriesStyle } from './series.ts';
import { measureValue, parameterValue } from './words.ts';

interface PointCardProps {
  readonly text: LabText;
  readonly data: PlotData;
  readonly placed: PlacedPoint;
  readonly size: { readonly width: number; readonly height: number };
  readonly openLabel: string;
  readonly onOpen: () => void;
}

/** Half the height of a card: it stays over its plot. */
const EDGE_PX = 62;

export function PointCard({ text, data, placed, size, openLabel, onOpen }: PointCardProps) {
  const view = useText();
  const { at, left, top } = placed;
  const { median, low, high, runs } = at.summary;
  const places = data.study.axes.map(({ parameter }, index) =>
    text.at(text.parameters[parameter], parameterValue(text, view, parameter, at.point.at[index] ?? 0)),
  );
  const isOnLeft = left > size.width / 2;
  const value = (number: number) => measureValue(text, data.measure, number);
  return (
    <div
      className={styles.card}
      data-side={isOnLeft ? 'left' : 'right'}
      style={{ left, top: Math.max(EDGE_PX, Math.min(top, size.height - EDGE_PX)) }}
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
      <Button isMain tabIndex={-1} onClick={onOpen}>
        <span>{openLabel}</span>
        <ChevronRight />
      </Button>
    </div>
  );
}
