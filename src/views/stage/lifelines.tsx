/** Lifelines. They stay where they are while everything else scrolls: a line is the same wherever it is seen. */
import { memo } from 'react';
import type { Layout } from '../../diagram/layout-model.ts';
import styles from './drawing.module.css';

interface LifelinesProps {
  readonly columns: Layout['columns'];
  readonly width: number;
  /** Of the heads above them. */
  readonly top: number;
  /** Of the screen's part that shows them. */
  readonly height: number;
}

export const Lifelines = memo(function Lifelines({ columns, width, top, height }: LifelinesProps) {
  return (
    <div className={styles.lifelines} style={{ width, top, height }}>
      {[...columns].map(([id, x]) => (
        <div key={id} className={styles.lifeline} style={{ left: x }} />
      ))}
    </div>
  );
});
