/** The word with which a frame, or a part of it, begins, and what it says. */
import { frameWordShapes } from '../../sequence/geometry/rows.ts';
import type { LaidFrameRow, Metrics } from '../../sequence/layout-model.ts';
import styles from './canvas.module.css';
import { Shape } from './shape.tsx';

interface FrameRowProps {
  readonly laid: LaidFrameRow;
  readonly metrics: Metrics;
}

export function FrameRow({ laid, metrics }: FrameRowProps) {
  const { divider, tab, label } = frameWordShapes(laid, metrics);
  return (
    <>
      {divider && <Shape className={styles.divider} shape={divider} />}
      <Shape shape={tab.ground} />
      <Shape shape={tab.text} />
      <Shape className={styles.label} shape={label} />
    </>
  );
}
