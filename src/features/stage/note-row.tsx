/** A note that is a step of its own. */
import { type LaidNoteRow, type Metrics, NOTE_FONT } from '../../sequence/layout-model.ts';
import { TextLines } from './text-lines.tsx';

interface NoteRowProps {
  readonly laid: LaidNoteRow;
  readonly metrics: Metrics;
}

export function NoteRow({ laid, metrics }: NoteRowProps) {
  const { x, y, width, height } = laid.box;
  const { fontPx, lineHeight } = metrics;
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={0.45 * fontPx} />
      <TextLines
        lines={laid.lines}
        x={x + width / 2}
        y={laid.y}
        fontPx={fontPx * NOTE_FONT}
        lineHeight={lineHeight * NOTE_FONT}
      />
    </>
  );
}
