/** The word with which a frame, or a part of it, begins, and what it says. */
import { memo } from 'react';
import { type LaidFrameRow, type Layout, NOTE_FONT } from '../../diagram/layout.ts';
import styles from './drawing.module.css';
import { TextLines } from './text-lines.tsx';

interface FrameRowProps {
  readonly laid: LaidFrameRow;
  readonly metrics: Pick<Layout, 'fontPx' | 'lineHeight'>;
  readonly isPresent: boolean;
}

export const FrameRow = memo(function FrameRow({ laid, metrics, isPresent }: FrameRowProps) {
  const { x, y, width, height } = laid.wordBox;
  const { fontPx, lineHeight } = metrics;
  const text = { fontPx: fontPx * NOTE_FONT, lineHeight: lineHeight * NOTE_FONT };
  const firstLine = y + height / 2;
  return (
    <g className={styles.frameWord} data-present={isPresent} data-row={laid.index}>
      <rect x={x} y={y} width={width} height={height} rx={0.2 * fontPx} />
      <TextLines lines={[laid.row.word]} x={x + width / 2} y={firstLine} {...text} />
      <TextLines
        className={styles.label}
        lines={laid.lines}
        x={x + width + 0.6 * fontPx}
        y={firstLine + ((laid.lines.length - 1) * text.lineHeight) / 2}
        anchor="start"
        {...text}
      />
    </g>
  );
});
