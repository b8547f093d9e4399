/** Places a message: its arrow, its words above it, its notes below. */
import { labelLines, OWN_LINES_MAX, widestWord } from './break-lines.ts';
import { BAR_EM, LABEL_GAP_EM, NOTE_FONT } from './geometry/sizes.ts';
import type { Box, LaidMessage, LaidNote, LaidRow } from './layout-model.ts';
import type { MessageRow } from './model.ts';
import {
  LINE_EM,
  NOTE_OFFSET_EM,
  NOTE_PADDING_EM,
  NOTE_WIDTH_EM,
  ROW_GAP_EM,
  type Sheet,
  type Slot,
} from './sheet.ts';

const PILL_PADDING_X_EM = 1.1;
const PILL_PADDING_Y_EM = 0.45;
export const ARROW_SHOWN_EM = 2.4;
/** Of an arrow aslant: its head and a part of its line. */
const HEAD_SHOWN_EM = 1.2;
/** From an arrow aslant to words below it. */
const BESIDE_ARROW_EM = 0.4;
/** An arrow keeps clear of the lifeline, and of the activation bar on it. */
export const ARROW_INSET_EM = 0.55;
/** How far a lost message gets, as a share of its way. */
const LOST_SHARE = 0.62;
/** How far a message to its own sender goes out and down. */
export const LOOP_EM = { out: 2.6, down: 1.1 };
/** A message to its own sender needs this much room, or it's mirrored. */
const BESIDE_EM = 9;

export function placeMessage(row: MessageRow, { index, top }: Slot, sheet: Sheet): LaidMessage {
  const { em } = sheet;
  const from = sheet.x(row.from);
  const to = sheet.x(row.to);
  const direction = Math.sign(to - from) || 1;
  const { bars = { from: 0, to: 0 } } = row;
  const x1 = from + direction * insetOf(direction, bars.from) * em;
  const x2 = to - direction * insetOf(-direction, bars.to) * em;
  // A reply's words can stand on its arrow if enough of the arrow stays visible on both sides.
  const hasPill = row.line === 'dashed' && !sheet.isImported;
  const margin = hasPill ? 2 * PILL_PADDING_X_EM + ARROW_SHOWN_EM : ARROW_SHOWN_EM / 2;
  const span = Math.abs(to - from) - 2 * ARROW_INSET_EM * em;
  const measure = (text: string) => sheet.measure(text, em, 700);
  // Between close lifelines, less of the arrow stays visible. Breaking a word is the last resort.
  const widest = span - (hasPill ? 2 * PILL_PADDING_X_EM : 0) * em;
  const room = Math.max(span - margin * em, Math.min(widest, widestWord(wordsOf(row), measure)));
  const lines = wordLines(row, room, sheet);
  const y = arrowY(top, lines, em);
  const notes = placeNotes(row, y, sheet);
  const pill = pillAround(lines, { middle: (from + to) / 2, y }, sheet);
  const bottom = Math.max(y, bottomOf(notes), hasPill ? pill.y + pill.height - 0.2 * em : 0);
  return {
    kind: 'message',
    index,
    row,
    top,
    height: bottom - top + ROW_GAP_EM * em,
    y,
    x1,
    x2: row.arrives ? x2 : from + (to - from) * LOST_SHARE,
    rise: 0,
    lines,
    pill,
    notes,
    loop: null,
    points: pointsOf(row, from, to),
  };
}

/** A message to its own sender: words above, on the side with more room. */
export function placeLoop(row: MessageRow, { index, top }: Slot, sheet: Sheet): LaidMessage {
  const { em, width } = sheet;
  const lifeline = sheet.x(row.from);
  const side = sheet.isImported || width - lifeline >= BESIDE_EM * em ? 1 : -1;
  const x1 = lifeline + side * insetOf(side, row.bars?.from ?? 0) * em;
  const room = sheet.isImported
    ? sheet.roomBeside(lifeline, 1) - (x1 - lifeline) - 0.3 * em
    : Math.min(Math.max(BESIDE_EM * em, (side > 0 ? width - x1 : x1) - em), NOTE_WIDTH_EM * em);
  const measure = (text: string) => sheet.measure(text, em, 700);
  const lines = wordLines(row, room, sheet);
  const y = arrowY(top, lines, em);
  const widest = Math.max(LOOP_EM.out * em, ...lines.map(measure));
  const notes = placeNotes(row, y + LOOP_EM.down * em, sheet);
  const bottom = Math.max(y + LOOP_EM.down * em, bottomOf(notes));
  return {
    kind: 'message',
    index,
    row,
    top,
    height: bottom - top + ROW_GAP_EM * em,
    y,
    x1,
    x2: x1,
    rise: 0,
    lines,
    pill: pillAround(lines, { middle: x1 + (side * widest) / 2, y }, sheet),
    notes,
    loop: { x: x1 + side * LOOP_EM.out * em, drop: LOOP_EM.down * em },
    points: pointsOf(row, lifeline, lifeline),
  };
}

/**
 * A message that departed above other rows: its arrow begins there and still ends at its own row.
 *
 * @param rowsAbove All of them.
 */
export function slanted(laid: LaidRow, rowsAbove: readonly LaidRow[], em: number): LaidRow {
  if (laid.kind !== 'message' || laid.loop !== null || laid.row.departs === undefined) return laid;
  const departure = rowsAbove[laid.row.departs];
  if (departure === undefined) return laid;
  const { pill, x1, x2, y } = laid;
  const rise = y - departure.top;
  const middle = x2 - Math.sign(x2 - x1) * wordsFromEnd(laid, rise, em);
  return { ...laid, rise, pill: { ...pill, x: middle - pill.width / 2 } };
}

/**
 * How far from an aslant arrow's end the middle of its words is. They stand below the arrow, where it has risen above them;
 * if there's no room, on the arrow.
 */
function wordsFromEnd({ pill, x1, x2, lines }: LaidMessage, rise: number, em: number): number {
  const length = Math.abs(x2 - x1);
  const half = (pill.width - 2 * PILL_PADDING_X_EM * em) / 2;
  const top = (LABEL_GAP_EM + lines.length * LINE_EM) * em;
  const below = (top / rise) * length + BESIDE_ARROW_EM * em + half;
  // Up to the lifeline.
  if (below + half <= length + ARROW_INSET_EM * em) return below;
  const middle = (LABEL_GAP_EM + (lines.length * LINE_EM) / 2) * em;
  const on = Math.max((middle / rise) * length, HEAD_SHOWN_EM * em + half);
  return Math.min(on, Math.max(length - half, length / 2));
}

function bottomOf(notes: readonly LaidNote[]): number {
  const last = notes.at(-1)?.box;
  return last === undefined ? 0 : last.y + last.height;
}

/** Nested bars extend to the right. */
function insetOf(side: number, bars: number): number {
  return ARROW_INSET_EM + (side > 0 ? (bars * BAR_EM) / 2 : 0);
}

function pointsOf({ centres }: MessageRow, from: number, to: number): readonly number[] {
  return [...(centres?.from ? [from] : []), ...(centres?.to ? [to] : [])];
}

/** An arrow's words. The number keeps to the first of them. */
export function wordsOf(row: MessageRow): string {
  return numberOf(row) + row.label;
}

/** What stands before an arrow's words. */
export function numberOf({ label, number }: MessageRow): string {
  return number === undefined ? '' : `${number}.${label === '' ? '' : '\u00a0'}`;
}

/** None for an arrow without words. */
function wordLines(row: MessageRow, room: number, { em, isImported, measure }: Sheet): readonly string[] {
  const words = wordsOf(row);
  const widthOf = (text: string) => measure(text, em, 700);
  if (words === '') return [];
  return isImported ? labelLines(words, room, widthOf, OWN_LINES_MAX) : labelLines(words, room, widthOf);
}

/** The arrow runs below its words. */
function arrowY(top: number, lines: readonly string[], em: number): number {
  return top + ROW_GAP_EM * em + lines.length * LINE_EM * em + LABEL_GAP_EM * em;
}

function pillAround(
  lines: readonly string[],
  { middle, y }: { readonly middle: number; readonly y: number },
  { em, measure }: Sheet,
): Box {
  const width = Math.max(0, ...lines.map((line) => measure(line, em, 700))) + 2 * PILL_PADDING_X_EM * em;
  const height = (lines.length * LINE_EM + 2 * PILL_PADDING_Y_EM) * em;
  return { x: middle - width / 2, y: y - height / 2, width, height };
}

/** Texts beside lifelines, one below the other. */
function placeNotes(row: MessageRow, y: number, sheet: Sheet): LaidNote[] {
  const { em } = sheet;
  const fontPx = em * NOTE_FONT;
  const padding = NOTE_PADDING_EM * fontPx;
  const measure = (text: string) => sheet.measure(text, fontPx, 600);
  let next = y + 0.45 * em;
  return row.notes.map(({ participant, text, tone }) => {
    const lifeline = sheet.x(participant);
    const offset = NOTE_OFFSET_EM * em;
    const widest = Math.max(8 * fontPx, sheet.width - lifeline - offset - 4 * padding);
    const lines = labelLines(text, Math.min(widest, 18 * fontPx), measure);
    const width = Math.max(...lines.map(measure)) + 2 * padding;
    const height = lines.length * LINE_EM * fontPx + padding;
    const fitsRight = lifeline + offset + width <= sheet.width - padding;
    const x = fitsRight ? lifeline + offset : lifeline - offset - width;
    const box = { x, y: next, width, height };
    next += height + 0.5 * padding;
    return { tone, lines, box };
  });
}
