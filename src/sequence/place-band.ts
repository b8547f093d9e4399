/** Places an event at one participant, as a band across the whole diagram. */
import { labelLines } from './break-lines.ts';
import { BAND_TEXT_OFFSET_EM, BAND_TITLE_FONT, NOTE_FONT } from './geometry/sizes.ts';
import type { LaidBand } from './layout-model.ts';
import type { BandRow } from './model.ts';
import { LINE_EM, type Sheet, type Slot } from './sheet.ts';

/** Beyond this share of the width a band's words stand on the left. */
const TEXT_LEFT_SHARE = 0.62;

export function placeBand(row: BandRow, { index, top }: Slot, sheet: Sheet): LaidBand {
  const { em, width } = sheet;
  // A link can crash a server that this cluster doesn't have. Its band stands in the middle.
  const x = sheet.columns.get(row.participant) ?? width / 2;
  const textSide = x <= width * TEXT_LEFT_SHARE ? 'right' : 'left';
  const room = (textSide === 'right' ? width - x : x) - BAND_TEXT_OFFSET_EM * em - em;
  const titleWidth = (text: string) => sheet.measure(text, em * BAND_TITLE_FONT, 700);
  const detailWidth = (text: string) => sheet.measure(text, em * NOTE_FONT, 600);
  const lines = labelLines(row.title, room, titleWidth);
  // Without words there's no line either, so a title alone stands in the middle.
  const detailLines = row.detail === '' ? [] : labelLines(row.detail, room, detailWidth);
  const textWidth = Math.max(0, ...lines.map(titleWidth), ...detailLines.map(detailWidth));
  const textEnd = x + (textSide === 'right' ? 1 : -1) * (BAND_TEXT_OFFSET_EM * em + textWidth);
  const textHeight = (lines.length * BAND_TITLE_FONT + detailLines.length * NOTE_FONT) * LINE_EM * em;
  const height = Math.max(textHeight, 2.4 * em) + 1.7 * em;
  const place = { kind: 'band', index, top, height, y: top + height / 2, x } as const;
  return { ...place, row, textSide, textEnd, lines, detailLines };
}
