/** The word with which a frame, or a part of it, begins, and what it says. */
import { type LaidFrameRow, type Metrics, NOTE_FONT } from '../../sequence/layout-model.ts';
import styles from './canvas.module.css';
import { TextLines } from './text-lines.tsx';

interface FrameRowProps {
  readonly laid: LaidFrameRow;
  readonly metrics: Metrics;
}

export function FrameRow({ laid, metrics }: FrameRowProps) {
  const { x, y, width, height } = laid.wordBox;
  const { divider } = laid;
  const { fontPx, lineHeight } = metrics;
  const text = { fontPx: fontPx * NOTE_FONT, lineHeight: lineHeight * NOTE_FONT };
  const firstLine = y + height / 2;
  return (
    <>
      {divider && (
        <line className={styles.divider} x1={divider.left} x2={divider.right} y1={divider.y} y2={divider.y} />
      )}
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
    </>
  );
}
