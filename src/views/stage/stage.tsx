/** The stage: heads that stay on the screen with what every node remembers, and the diagram below them. */
import { useMemo, useRef } from 'react';
import { layoutDiagram } from '../../diagram/layout.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { DrawnSpans } from './drawn-spans.tsx';
import { Heads } from './heads.tsx';
import { Activations, Lifelines } from './lifelines.tsx';
import { useMeasureText } from './measure-text.ts';
import { Rows } from './rows.tsx';
import styles from './stage.module.css';
import { useCamera } from './use-camera.ts';
import { useStageSize } from './use-stage-size.ts';

export function Stage() {
  const text = useText();
  const scroller = useRef<HTMLElement>(null);
  const { width, height, fontPx } = useStageSize(scroller);
  const measureText = useMeasureText();
  const diagram = usePlayer((player) => player.recording.diagram);
  const step = usePlayer((player) => player.step);
  const isMoving = usePlayer((player) => player.isMoving);
  const layout = useMemo(
    () => layoutDiagram(diagram, { width, fontPx, measureText }),
    [diagram, width, fontPx, measureText],
  );
  const present = layout.rows[step];
  const camera = useCamera(scroller, layout, present, height, isMoving);
  const drawnTo = present === undefined ? 0 : present.top + present.height;
  // Below the last row the lifelines run on to the edge of the stage: more may come.
  const drawnHeight = Math.max(drawnTo + 2 * layout.lineHeight, height);

  return (
    <section
      className={styles.stage}
      aria-label={text.diagram}
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1).
      tabIndex={0}
      data-stage
      onScroll={camera.onScroll}
    >
      <Heads width={layout.width} />
      <svg
        className={styles.drawing}
        data-drawing
        width={layout.width}
        height={drawnHeight}
        fontSize={layout.fontPx}
        aria-hidden="true"
      >
        <Lifelines diagram={diagram} layout={layout} step={step} height={drawnHeight} />
        <DrawnSpans diagram={diagram} layout={layout} step={step} bottom={drawnHeight} />
        <Activations diagram={diagram} layout={layout} step={step} visible={camera.visible} />
        <Rows layout={layout} step={step} visible={camera.visible} />
      </svg>
    </section>
  );
}
