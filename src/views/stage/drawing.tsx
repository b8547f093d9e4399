/** The diagram below the heads, up to the present step. This is what a step redraws; the stage around it stays. */
import type { RefObject } from 'react';
import type { Layout } from '../../diagram/layout.ts';
import { usePlayer, useShown } from '../player-context.ts';
import styles from './drawing.module.css';
import { DrawnSpans } from './drawn-spans.tsx';
import { Lifelines } from './lifelines.tsx';
import { Rows } from './rows.tsx';
import { Spans } from './spans.tsx';
import { useCamera } from './use-camera.ts';
import type { StageSize } from './use-stage-size.ts';

interface DrawingProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly size: StageSize;
  readonly layout: Layout;
}

export function Drawing({ scroller, size, layout }: DrawingProps) {
  const diagram = useShown((shown) => shown.recording.diagram);
  const step = useShown((shown) => shown.step);
  const showsFuture = usePlayer((player) => player.showsFuture);
  const near = useCamera({ scroller, size, layout, step, showsFuture });
  const lowest = showsFuture ? layout.rows.at(-1) : layout.rows[step];
  const drawnTo = lowest === undefined ? 0 : lowest.top + lowest.height;
  const room = Math.max(0, size.height - size.headsHeight);
  // Below the last row the lifelines run on to the edge of the stage: more may come.
  const height = Math.max(drawnTo + 2 * layout.metrics.lineHeight, room);
  const { width, fontPx } = layout.metrics;
  return (
    <div
      className={styles.drawing}
      data-drawing
      style={{ width, height, fontSize: fontPx }}
      aria-hidden="true"
    >
      <Lifelines columns={layout.columns} width={width} top={size.headsHeight} height={room} />
      <DrawnSpans diagram={diagram} layout={layout} step={step} bottom={height} />
      <Spans diagram={diagram} layout={layout} step={step} near={near} bottom={height} />
      <Rows layout={layout} step={step} near={near} />
    </div>
  );
}
