/** The diagram below the heads, up to the present step. A step renders only this; the stage around it stays. */
import { type MouseEvent, type RefObject, useCallback } from 'react';
import type { Layout } from '../../sequence/layout-model.ts';
import { usePlayer, usePlayerStore, useShown, useSide } from '../player-context.ts';
import styles from './canvas.module.css';
import { ImportedSpans } from './imported-spans.tsx';
import { Lifelines } from './lifelines.tsx';
import { Rows } from './rows.tsx';
import { Spans } from './spans.tsx';
import { useCamera } from './use-camera.ts';
import type { StageSize } from './use-stage-size.ts';

interface CanvasProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly size: StageSize;
  readonly layout: Layout;
}

export function Canvas({ scroller, size, layout }: CanvasProps) {
  const diagram = useShown((shown) => shown.recording.diagram);
  const step = useShown((shown) => shown.step);
  const showsFuture = usePlayer((player) => player.showsFuture);
  const near = useCamera({ scroller, size, layout, step, showsFuture });
  const lowest = showsFuture ? layout.rows.at(-1) : layout.rows[step];
  const drawnTo = lowest === undefined ? 0 : lowest.top + lowest.height;
  const room = Math.max(0, size.height - size.headsHeight);
  // Below the last row the lifelines continue to the stage's edge, because more can follow.
  const height = Math.max(drawnTo + 2 * layout.metrics.lineHeight, room);
  const { width, fontPx } = layout.metrics;
  const isRun = useShown((shown) => shown.recording.run !== null);
  const select = useSelectRow(step);
  return (
    <div
      className={styles.canvas}
      data-canvas
      data-run={isRun ? '' : undefined}
      onClick={isRun ? select : undefined}
      style={{ width, height, fontSize: fontPx }}
      aria-hidden="true"
    >
      <Lifelines
        groups={diagram.groups}
        columns={layout.columns}
        metrics={layout.metrics}
        top={size.headsHeight}
        height={room}
      />
      <ImportedSpans diagram={diagram} layout={layout} step={step} near={near} bottom={height} />
      <Spans diagram={diagram} layout={layout} step={step} near={near} bottom={height} />
      <Rows layout={layout} step={step} near={near} />
    </div>
  );
}

/** Selects the clicked row, or clears the selection if it's selected already. Upcoming rows can't be selected. */
function useSelectRow(step: number) {
  const player = usePlayerStore();
  const side = useSide();
  return useCallback(
    ({ target }: MouseEvent) => {
      const row = target instanceof Element ? target.closest('[data-row]') : null;
      const index = Number(row?.getAttribute('data-row') ?? Number.NaN);
      if (!(index <= step)) return;
      const { selection, dispatch } = player.getState();
      const isSame = selection?.kind === 'step' && selection.side === side && selection.step === index;
      dispatch({ kind: 'select', selection: isSame ? null : { side, kind: 'step', step: index } });
    },
    [player, side, step],
  );
}
