/** Places rows that only imported diagrams have: notes that are steps, and frame keywords. */
import { labelLines, OWN_LINES_MAX } from './break-lines.ts';
import { NOTE_FONT } from './geometry/sizes.ts';
import type { LaidFrameRow, LaidNoteRow } from './layout-model.ts';
import type { FrameRow, NoteRow } from './model.ts';
import {
  FRAME_TOP_EM,
  LINE_EM,
  NOTE_OFFSET_EM,
  NOTE_PADDING_EM,
  NOTE_WIDTH_EM,
  ROW_GAP_EM,
  type Sheet,
  type Slot,
} from './sheet.ts';

export function placeNoteRow(row: NoteRow, { index, top }: Slot, sheet: Sheet): LaidNoteRow {
  const { em } = sheet;
  const fontPx = em * NOTE_FONT;
  const padding = NOTE_PADDING_EM * fontPx;
  const measure = (text: string) => sheet.measure(text, fontPx, 600);
  const [first, last] = row.participants.map((each) => sheet.x(each)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  const span = last - first + 2 * NOTE_OFFSET_EM * em;
  const widest = roomOf(row.place, { first, last, span }, sheet);
  const lines = labelLines(row.text, widest - 2 * padding, measure, OWN_LINES_MAX);
  const textWidth = Math.max(...lines.map(measure)) + 2 * padding;
  const width = row.place === 'over' ? Math.max(textWidth, span) : textWidth;
  const height = lines.length * LINE_EM * fontPx + 2 * padding;
  const offset = NOTE_OFFSET_EM * em;
  const wanted = { left: first - offset - width, right: last + offset, over: (first + last - width) / 2 };
  const x = Math.max(0.3 * em, Math.min(wanted[row.place], sheet.width - width - 0.3 * em));
  const box = { x, y: top + ROW_GAP_EM * em, width, height };
  const y = box.y + height / 2;
  return { kind: 'note', index, row, top, height: height + 2 * ROW_GAP_EM * em, y, lines, box, textWidth };
}

/** From a note to the next lifeline. */
const NOTE_CLEAR_EM = 0.4;

interface Ends {
  readonly first: number;
  readonly last: number;
  /** Of a note over both. */
  readonly span: number;
}

/** The width that a note can have without reaching the next lifelines. */
function roomOf(place: NoteRow['place'], { first, last, span }: Ends, sheet: Sheet): number {
  const { em } = sheet;
  const usual = Math.max(span, Math.min(NOTE_WIDTH_EM * em, sheet.width - 2 * em));
  if (!sheet.isImported) return usual;
  const clear = NOTE_CLEAR_EM * em;
  const [left, right] = [sheet.roomBeside(first, -1), sheet.roomBeside(last, 1)];
  const beside = NOTE_OFFSET_EM * em + clear;
  if (place === 'left') return left - beside;
  if (place === 'right') return right - beside;
  return Math.max(span, last - first + 2 * (Math.min(left, right) - clear));
}

/** Stands on its frame's upper edge, or on the line that separates it from the part above. */
export function placeFrameRow(row: FrameRow, { index, top, frame }: Slot, sheet: Sheet): LaidFrameRow {
  const { em } = sheet;
  const fontPx = em * NOTE_FONT;
  const { left, right } = frame ?? { left: 0, right: sheet.width };
  const wordWidth = sheet.measure(row.word, fontPx, 700) + 2 * NOTE_PADDING_EM * fontPx;
  const room = right - left - wordWidth - 1.2 * em;
  const lines = labelLines(row.text, room, (text) => sheet.measure(text, fontPx, 600), OWN_LINES_MAX);
  const textHeight = lines.length * LINE_EM * fontPx;
  const edge = top + FRAME_TOP_EM * em;
  const wordBox = { x: left, y: edge, width: wordWidth, height: LINE_EM * fontPx + 0.3 * em };
  const height = edge - top + Math.max(wordBox.height, textHeight + 0.3 * em) + 0.4 * ROW_GAP_EM * em;
  const y = edge + wordBox.height / 2;
  const divider = frame === undefined || frame.frame.from === index ? null : { left, right, y: edge };
  const textWidth = Math.max(0, ...lines.map((text) => sheet.measure(text, fontPx, 600)));
  return { kind: 'frame', index, row, top, height, y, lines, wordBox, textWidth, right, divider };
}
