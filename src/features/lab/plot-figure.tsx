/** One plot: its picture, and over it a button for each point. */
import { type KeyboardEvent, memo, type PointerEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { type Cursor, moved } from './cursor.ts';
import type { Picture, PlacedPoint } from './line-plot.ts';
import styles from './plot.module.css';
import type { PlotData } from './plot-data.ts';
import { seriesStyle } from './series.ts';

interface PlotFigureProps {
  /** All lines, also those of other plots, for the arrow keys. */
  readonly all: PlotData;
  readonly picture: Picture;
  readonly size: { readonly width: number; readonly height: number };
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onOpen: (point: PlacedPoint['at']) => void;
  readonly labelOf: (point: PlacedPoint['at']) => string;
  /** The card. */
  readonly children?: ReactNode;
}

export function PlotFigure(props: PlotFigureProps) {
  const { all, picture, size, cursor, onCursor, onOpen, labelOf, children } = props;
  const { points } = picture;
  const here = points.find(({ at }) => at.point.index === cursor);
  const isHeat = all.study.axes.length > 1;
  /** The one point that Tab reaches. */
  const tabbed = here ?? points[0];
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || tabbed === undefined) return;
    const next = moved(all, tabbed.at, event.code);
    if (next === undefined) return;
    event.preventDefault();
    onCursor(next.point.index);
    focusPoint(event.currentTarget, next.point.index);
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const nearest = nearestTo(points, event.clientX - box.left, event.clientY - box.top);
    // Over the card the cursor stays.
    if (event.target instanceof Element && event.target.closest('[data-side]') !== null) return;
    if (nearest !== undefined) onCursor(nearest.at.point.index);
  };
  return (
    // The pointer is only a faster way to the buttons.
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the same actions.
    <div
      className={styles.figure}
      style={{ width: size.width, height: size.height }}
      onKeyDown={move}
      onPointerMove={follow}
      onPointerDown={follow}
    >
      <Drawing svg={picture.svg} />
      {here !== undefined && !isHeat && (
        <span className={styles.crosshair} style={{ left: here.left }} aria-hidden="true" />
      )}
      {points.map((placed) => {
        const { at } = placed;
        const isHere = at.point.index === cursor;
        const isBeside = !isHeat && !isHere && at.column === here?.at.column;
        return (
          <PointButton
            key={at.point.index}
            placed={placed}
            state={isHere ? 'here' : isBeside ? 'beside' : undefined}
            isTabbed={placed === tabbed}
            labelOf={labelOf}
            onCursor={onCursor}
            onOpen={onOpen}
          />
        );
      })}
      {children}
    </div>
  );
}

interface PointButtonProps extends Pick<PlotFigureProps, 'labelOf' | 'onCursor' | 'onOpen'> {
  readonly placed: PlacedPoint;
  readonly state: 'here' | 'beside' | undefined;
  readonly isTabbed: boolean;
}

/** There can be a thousand of them, and the cursor changes a few. */
const PointButton = memo(function PointButton(props: PointButtonProps) {
  const { placed, state, isTabbed, labelOf, onCursor, onOpen } = props;
  const { at, left, top } = placed;
  return (
    <button
      type="button"
      className={styles.point}
      style={{ left, top, color: seriesStyle(at.point.strategy).colour }}
      data-point={at.point.index}
      data-state={state}
      tabIndex={isTabbed ? 0 : -1}
      aria-label={labelOf(at)}
      onFocus={() => onCursor(at.point.index)}
      onClick={(event) => {
        // A finger first shows the card. It has a button of its own.
        const isTouch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
        if (!isTouch) onOpen(at);
      }}
    />
  );
});

function Drawing({ svg }: { readonly svg: SVGSVGElement }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.replaceChildren(svg);
  }, [svg]);
  return <div ref={box} aria-hidden="true" />;
}

/** Also when the next point is in another plot. */
function focusPoint(from: HTMLElement, index: number): void {
  const root = from.closest('[data-lab]') ?? from;
  root.querySelector<HTMLElement>(`[data-point="${index}"]`)?.focus({ preventScroll: true });
}

/** The nearest column, and of its points the nearest one. */
function nearestTo(points: readonly PlacedPoint[], left: number, top: number): PlacedPoint | undefined {
  let best: PlacedPoint | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const each of points) {
    const distance = Math.abs(each.left - left) * 1_000 + Math.abs(each.top - top);
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}
