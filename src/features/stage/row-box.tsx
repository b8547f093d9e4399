/** The container of one row: a layer of its own, so that its changes don't affect its neighbours. */
import type { ReactNode } from 'react';
import type { LaidRow, Metrics } from '../../sequence/layout-model.ts';
import styles from './canvas.module.css';

/**
 * An upcoming row is laid out invisibly beforehand (`ahead`), so that its step needs no layout; or it's shown in grey
 * (`future`). A note or a heading of a frame arrives with the present row (`arriving`).
 */
export type RowState = 'past' | 'present' | 'arriving' | 'ahead' | 'future';

/** It's selected, or it's a cause of the selected row. */
export type RowMark = 'selected' | 'cause';

interface RowBoxProps {
  readonly laid: LaidRow;
  readonly metrics: Metrics;
  readonly state: RowState;
  /** It has nothing to do with the participant in focus. */
  readonly isDimmed: boolean;
  readonly mark: RowMark | null;
  readonly children: ReactNode;
}

const classes: Readonly<Record<LaidRow['kind'], string | undefined>> = {
  message: styles.message,
  band: styles.band,
  note: styles.note,
  frame: styles.frameWord,
};

export function RowBox({ laid, metrics: { width }, state, isDimmed, mark, children }: RowBoxProps) {
  const { top, height, index, row } = laid;
  const isAslant = laid.kind === 'message' && laid.rise > 0;
  return (
    <svg
      className={`${styles.row} ${classes[row.kind]}`}
      // An arrow aslant crosses the rows above it, whose words stay legible in front of it.
      style={isAslant ? { top, zIndex: -1 - index } : { top }}
      width={width}
      height={height}
      viewBox={`0 ${top} ${width} ${height}`}
      data-row={state === 'ahead' ? undefined : index}
      data-tone={'tone' in row ? row.tone : undefined}
      data-present={state === 'present'}
      data-arrives={state === 'arriving' ? '' : undefined}
      data-ahead={state === 'ahead' ? '' : undefined}
      data-mark={mark ?? undefined}
      data-future={state === 'future' ? '' : undefined}
      data-aslant={isAslant ? '' : undefined}
      data-dimmed={isDimmed ? '' : undefined}
      data-folded={row.kind === 'note' && row.folded !== undefined ? '' : undefined}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
