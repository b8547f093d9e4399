/** Shapes for each kind of row. The layout decides positions, the painter decides colours. */
import type { Box, LaidMessage, Metrics } from '../layout-model.ts';
import { cross, type HeadPath, headPaths } from './arrow-heads.ts';
import { type PathShape, type Plate, type TextShape, textBlock } from './shapes.ts';
import { CROSS_EM, cornerEm, LABEL_GAP_EM, NOTE_FONT } from './sizes.ts';

export type Font = Pick<Metrics, 'fontPx' | 'lineHeight'>;

export interface MessageShapes {
  readonly shaft: PathShape;
  /** Arrowheads; empty when the message is lost. */
  readonly heads: readonly HeadPath[];
  /** Where a lost message stops; null when it arrives. */
  readonly cross: PathShape | null;
  readonly label: TextShape;
  /** A reply's words while its row is present; null when they stay above the arrow. */
  readonly pill: Plate | null;
  readonly notes: readonly Plate[];
}

export function messageShapes(laid: LaidMessage, font: Font): MessageShapes {
  const { row, x1, x2, y, rise, loop, lines, pill } = laid;
  const { fontPx, lineHeight } = font;
  const x = pill.x + pill.width / 2;
  const labelMiddle = y - LABEL_GAP_EM * fontPx - (lines.length * lineHeight) / 2;
  const straight = rise === 0 ? `H${x2}` : `L${x2} ${y}`;
  const end = loop === null ? straight : `H${loop.x}V${y + loop.drop}H${x1}`;
  return {
    shaft: { kind: 'path', d: `M${x1} ${y - rise}${end}` },
    heads: row.arrives ? headPaths(laid, fontPx) : [],
    cross: row.arrives ? null : { kind: 'path', d: cross(x2, y, CROSS_EM * fontPx) },
    label: textBlock(lines, { x, middle: labelMiddle, fontPx, lineHeight }),
    pill:
      // An imported diagram's words stay above their arrow, as their author sees them elsewhere.
      row.line === 'dashed' && loop === null && rise === 0 && row.head === undefined
        ? {
            ground: { kind: 'rect', ...pill, rx: Math.min(pill.height / 2, cornerEm.pill * fontPx) },
            text: textBlock(lines, { x, middle: pill.y + pill.height / 2, fontPx, lineHeight }),
          }
        : null,
    notes: laid.notes.map((note) => noteShapes(note, font)),
  };
}

/** A note beside an arrow, or a note that is a row of its own. */
export function noteShapes(
  { box, lines }: { readonly box: Box; readonly lines: readonly string[] },
  font: Font,
): Plate {
  return {
    ground: { kind: 'rect', ...box, rx: cornerEm.note * font.fontPx },
    text: textBlock(lines, {
      x: box.x + box.width / 2,
      middle: box.y + box.height / 2,
      ...scaled(font, NOTE_FONT),
    }),
  };
}

/** Of smaller or larger words. */
export function scaled({ fontPx, lineHeight }: Font, factor: number): Font {
  return { fontPx: fontPx * factor, lineHeight: lineHeight * factor };
}
