/** Shapes for rows that only imported diagrams have. */
import type { LaidFrameRow, LaidNoteRow } from '../layout-model.ts';
import { type Font, scaled } from './rows.ts';
import { type PathShape, type Plate, type RectShape, type TextShape, textBlock } from './shapes.ts';
import { cornerEm, FOLD_STACK_EM, FRAME_LABEL_GAP_EM, NOTE_FONT } from './sizes.ts';

/** Behind the note that stands for a folded frame: the edge of another one. */
export function stackShape({ row, box }: LaidNoteRow, { fontPx }: Font): RectShape | null {
  if (row.folded === undefined) return null;
  const offset = FOLD_STACK_EM * fontPx;
  return { kind: 'rect', ...box, x: box.x + offset, y: box.y + offset, rx: cornerEm.note * fontPx };
}

export interface FrameWordShapes {
  /** The line between two parts of a frame; null above the first part. */
  readonly divider: PathShape | null;
  readonly tab: Plate;
  readonly label: TextShape;
}

export function frameWordShapes({ row, lines, wordBox, divider }: LaidFrameRow, font: Font): FrameWordShapes {
  const { fontPx } = font;
  const { x, y, width, height } = wordBox;
  const middle = y + height / 2;
  const text = scaled(font, NOTE_FONT);
  return {
    divider: divider && { kind: 'path', d: `M${divider.left} ${divider.y}H${divider.right}` },
    tab: {
      ground: { kind: 'rect', ...wordBox, rx: cornerEm.tab * fontPx },
      text: textBlock([row.word], { ...text, x: x + width / 2, middle }),
    },
    label: textBlock(lines, {
      ...text,
      x: x + width + FRAME_LABEL_GAP_EM * fontPx,
      middle: middle + ((lines.length - 1) * text.lineHeight) / 2,
      anchor: 'start',
    }),
  };
}
