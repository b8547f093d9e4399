/** Shapes for a crash or a restart. */
import type { LaidBand, Metrics } from '../layout-model.ts';
import { scaled } from './rows.ts';
import { type CircleShape, type PathShape, type RectShape, type TextShape, textBlock } from './shapes.ts';
import { bandSigns, SIGN_FONT_PX } from './signs.ts';
import { BAND_INSET_EM, BAND_SIGN_EM, BAND_TEXT_OFFSET_EM, BAND_TITLE_FONT, NOTE_FONT } from './sizes.ts';

export interface BandShapes {
  readonly ground: RectShape;
  readonly disc: CircleShape;
  readonly sign: PathShape;
  readonly title: TextShape;
  readonly detail: TextShape;
}

export function bandShapes(laid: LaidBand, metrics: Metrics): BandShapes {
  const { row, x, y, top, height, lines, detailLines, textSide } = laid;
  const { width, fontPx } = metrics;
  const inset = BAND_INSET_EM * fontPx;
  const title = scaled(metrics, BAND_TITLE_FONT);
  const detail = scaled(metrics, NOTE_FONT);
  const side = textSide === 'right' ? 1 : -1;
  const place = {
    x: x + side * BAND_TEXT_OFFSET_EM * fontPx,
    anchor: textSide === 'right' ? 'start' : 'end',
  } as const;
  return {
    ground: { kind: 'rect', x: 0, y: top + inset, width, height: height - 2 * inset },
    disc: { kind: 'circle', cx: x, cy: y, r: BAND_SIGN_EM * fontPx },
    sign: {
      kind: 'path',
      d: bandSigns[row.icon],
      transform: `translate(${x} ${y}) scale(${fontPx / SIGN_FONT_PX})`,
    },
    title: textBlock(lines, { ...place, ...title, middle: y - (detailLines.length * detail.lineHeight) / 2 }),
    detail: textBlock(detailLines, {
      ...place,
      ...detail,
      middle: y + (lines.length * title.lineHeight) / 2,
    }),
  };
}
