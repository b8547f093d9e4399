/** The place of one row: a picture of its own, so that what changes in it costs its neighbours nothing. */
import type { ReactNode } from 'react';
import type { LaidRow, Metrics } from '../../sequence/layout-model.ts';
import styles from './canvas.module.css';

/**
 * A row that is still to come is laid out beforehand, unseen (`ahead`), so that its step has nothing left to lay out;
 * or it is shown in grey (`future`).
 */
export type RowState = 'past' | 'present' | 'ahead' | 'future';

/** It is looked at, or it is one of the causes of what is. */
export type RowMark = 'selected' | 'cause';

interface RowBoxProps {
  readonly laid: LaidRow;
  readonly metrics: Metrics;
  readonly state: RowState;
  readonly mark: RowMark | null;
  readonly children: ReactNode;
}

const classes: Readonly<Record<LaidRow['kind'], string | undefined>> = {
  message: styles.message,
  band: styles.band,
  note: styles.note,
  frame: styles.frameWord,
};

export function RowBox({ laid, metrics: { width }, state, mark, children }: RowBoxProps) {
  const { top, height, index, row } = laid;
  return (
    <svg
      className={`${styles.row} ${classes[row.kind]}`}
      style={{ top }}
      width={width}
      height={height}
      viewBox={`0 ${top} ${width} ${height}`}
      data-row={state === 'ahead' ? undefined : index}
      data-tone={'tone' in row ? row.tone : undefined}
      data-present={state === 'present'}
      data-ahead={state === 'ahead' ? '' : undefined}
      data-mark={mark ?? undefined}
      data-future={state === 'future' ? '' : undefined}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
