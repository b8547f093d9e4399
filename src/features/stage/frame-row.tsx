/** The keyword of a frame, or of a part of it, and its text. */
import type { CSSProperties } from 'react';
import { frameWordShapes } from '../../sequence/geometry/imported-rows.ts';
import { FRAME_LABEL_GAP_EM } from '../../sequence/geometry/sizes.ts';
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

/** Half of the sign's width, and its height. */
const SIGN_EM = 0.28;
/** No target is smaller than this. */
const TARGET_PX = 32;

interface FoldSignProps {
  readonly laid: LaidFrameRow;
  readonly fontPx: number;
}

function FoldSign({ laid: { wordBox }, fontPx }: FoldSignProps) {
  const { x, y, width, height } = wordBox;
  const size = SIGN_EM * fontPx;
  const middle = { x: x + width + (FRAME_LABEL_GAP_EM * fontPx) / 2, y: y + height / 2 };
  const d = `M${middle.x - size} ${middle.y - size / 2}l${size} ${size}l${size} ${-size}`;
  const room = Math.max(0, TARGET_PX - height) / 2;
  return (
    <>
      <path className={styles.foldSign} d={d} />
      <rect
        className={styles.foldTarget}
        x={x}
        y={y - room}
        width={width + FRAME_LABEL_GAP_EM * fontPx}
        height={height + 2 * room}
      />
    </>
  );
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
        <g
          className={divider === null ? styles.fold : undefined}
          data-fold-frame={divider === null ? '' : undefined}
        >
          <Shape shape={tab.ground} />
          <Shape shape={tab.text} />
          {divider === null && <FoldSign laid={laid} fontPx={metrics.fontPx} />}
        </g>
        <Shape className={styles.label} shape={label} />
      </g>
    </>
  );
}
