/** A note that is a step of its own. */
import { memo } from 'react';
import { type LaidNoteRow, type Layout, NOTE_FONT } from '../../diagram/layout.ts';
import styles from './drawing.module.css';
import { TextLines } from './text-lines.tsx';

interface NoteRowProps {
  readonly laid: LaidNoteRow;
  readonly metrics: Pick<Layout, 'fontPx' | 'lineHeight'>;
  readonly isPresent: boolean;
}

export const NoteRow = memo(function NoteRow({ laid, metrics, isPresent }: NoteRowProps) {
  const { x, y, width, height } = laid.box;
  const { fontPx, lineHeight } = metrics;
  return (
    <g className={styles.note} data-tone={laid.row.tone} data-present={isPresent} data-row={laid.index}>
      <rect x={x} y={y} width={width} height={height} rx={0.45 * fontPx} />
      <TextLines
        lines={laid.lines}
        x={x + width / 2}
        y={laid.y}
        fontPx={fontPx * NOTE_FONT}
        lineHeight={lineHeight * NOTE_FONT}
      />
    </g>
  );
});
