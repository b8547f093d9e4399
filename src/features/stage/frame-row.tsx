/** The keyword of a frame, or of a part of it, and its text. */
import type { CSSProperties } from 'react';
import { frameWordShapes } from '../../sequence/geometry/rows.ts';
import type { LaidFrameRow, Metrics } from '../../sequence/layout-model.ts';
import styles from './canvas.module.css';
import { Shape } from './shape.tsx';

/** From where the words follow the scroll position, and how far they can. */
function wordsRange({ wordBox, right, textWidth }: LaidFrameRow, { fontPx }: Metrics) {
  const room = right - wordBox.x - wordBox.width - textWidth - 1.2 * fontPx;
  return {
    '--words-from': `${wordBox.x - 0.4 * fontPx}px`,
    '--words-room': `${Math.max(0, room)}px`,
  } as CSSProperties;
}

interface FrameRowProps {
  readonly laid: LaidFrameRow;
  readonly metrics: Metrics;
}

export function FrameRow({ laid, metrics }: FrameRowProps) {
  const { divider, tab, label } = frameWordShapes(laid, metrics);
  return (
    <>
      {divider && <Shape className={styles.divider} shape={divider} />}
      <g className={styles.wordsOfFrame} style={wordsRange(laid, metrics)}>
        <Shape shape={tab.ground} />
        <Shape shape={tab.text} />
        <Shape className={styles.label} shape={label} />
      </g>
    </>
  );
}
