/** Places a diagram's rows: where each arrow runs, where its words break, how high it is. No DOM: text is measured by a function. */
import { labelLines, widestWord } from './break-lines.ts';
import type { BandRow, FrameRow, MessageRow, NoteRow, Participant, Row, SequenceDiagram } from './model.ts';

type FontWeight = 600 | 700;

/** The width of one line of text in pixels. */
export type MeasureText = (text: string, fontPx: number, weight: FontWeight) => number;

export interface LayoutOptions {
  /** The width to fill; the diagram is wider when the lifelines would come too close. Pixels, like all lengths here. */
  readonly width: number;
  /** The size of an arrow's words. Everything else follows from it. */
  readonly fontPx: number;
  readonly measureText: MeasureText;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LaidNote {
  readonly tone: MessageRow['notes'][number]['tone'];
  readonly lines: readonly string[];
  readonly box: Box;
}

interface Placed {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** The height at which the row's arrow or icon stands, from the diagram's top. */
  readonly y: number;
  readonly lines: readonly string[];
}

export interface LaidMessage extends Placed {
  readonly kind: 'message';
  readonly row: MessageRow;
  /** Where the arrow leaves its sender and where it ends: midway when it never arrives. */
  readonly x1: number;
  readonly x2: number;
  /** Around the words when they stand on the arrow, as those of the present reply do. */
  readonly pill: Box;
  readonly notes: readonly LaidNote[];
  /** The way of a message to its own sender: out to `x`, down by `drop`, and back. Null for all others. */
  readonly loop: { readonly x: number; readonly drop: number } | null;
}

export interface LaidBand extends Placed {
  readonly kind: 'band';
  readonly row: BandRow;
  /** The lifeline it happens on. */
  readonly x: number;
  /** Words stand on the side of the lifeline that has more room. */
  readonly textSide: 'right' | 'left';
  readonly detailLines: readonly string[];
}

/** A note that is a step of its own. */
export interface LaidNoteRow extends Placed {
  readonly kind: 'note';
  readonly row: NoteRow;
  readonly box: Box;
}

/** The word of a frame, or of a part of it, and what it says. */
export interface LaidFrameRow extends Placed {
  readonly kind: 'frame';
  readonly row: FrameRow;
  readonly wordBox: Box;
}

export type LaidRow = LaidMessage | LaidBand | LaidNoteRow | LaidFrameRow;

/** What every row is drawn with. */
export interface Metrics {
  /** That of the whole diagram. */
  readonly width: number;
  readonly fontPx: number;
  readonly lineHeight: number;
}

export interface Layout {
  readonly metrics: Metrics;
  /** Where each participant's lifeline stands. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly LaidRow[];
  readonly options: LayoutOptions;
}

/** Lifelines closer than this leave no room for a question between them. */
const COLUMN_EM = 8.5;
const LINE_EM = 1.3;
/** Between the words and their arrow. */
export const LABEL_GAP_EM = 0.42;
const FIRST_ROW_EM = 0.6;
/** Free space above and below a row. */
const ROW_GAP_EM = 0.55;
const PILL_PADDING_X_EM = 1.1;
const ARROW_SHOWN_EM = 2.4;
const PILL_PADDING_Y_EM = 0.45;
/** An arrow keeps clear of the lifeline, and of the activation bar on it. */
const ARROW_INSET_EM = 0.55;
/** The size of small print, and of a band's title, as parts of an arrow's words. */
export const NOTE_FONT = 0.9;
export const BAND_TITLE_FONT = 1.05;
const NOTE_PADDING_EM = 0.55;
const NOTE_OFFSET_EM = 1.1;
/** From the lifeline to the words beside a band's sign. */
export const BAND_TEXT_OFFSET_EM = 1.9;
/** How far a message gets that never arrives. */
const LOST_SHARE = 0.62;
/** How far a message to oneself goes out and down. */
const LOOP_EM = { out: 2.6, down: 1.1 };
/** A message to oneself, or a note beside a lifeline, needs this much room, or it goes to the other side. */
const BESIDE_EM = 9;
const NOTE_WIDTH_EM = 22;
/** Between frames that lie in each other. */
export const FRAME_INSET_EM = 0.35;
/** Beyond this share of the width a band's words stand on the left. */
const TEXT_LEFT_SHARE = 0.62;

/**
 * @param before An earlier layout, of which the rows that both diagrams begin with are kept as they are: a run that
 *   goes another way from its middle on is laid out from there on.
 */
export function layoutDiagram(diagram: SequenceDiagram, options: LayoutOptions, before?: Layout): Layout {
  const em = options.fontPx;
  const width = Math.max(options.width, Math.ceil(diagram.participants.length * COLUMN_EM * em));
  const columns = columnsOf(diagram.participants, width);
  const kept = before !== undefined && isAlike(before, columns, width, options) ? before : undefined;
  const placer = new RowPlacer(columns, width, options);
  const rows = kept === undefined ? [] : kept.rows.slice(0, commonRows(kept, diagram));
  const lastKept = rows.at(-1);
  let top = lastKept === undefined ? FIRST_ROW_EM * em : lastKept.top + lastKept.height;
  for (let index = rows.length; index < diagram.steps.length; index += 1) {
    const step = diagram.steps[index];
    if (step === undefined) break;
    const laid = placer.place(step.row, index, top);
    rows.push(laid);
    top += laid.height;
  }
  const metrics = kept?.metrics ?? { width, fontPx: em, lineHeight: LINE_EM * em };
  return { metrics, columns: kept?.columns ?? columns, rows, options };
}

/** Whether a row that both have would be laid out alike. */
function isAlike(
  before: Layout,
  columns: ReadonlyMap<string, number>,
  width: number,
  { fontPx, measureText }: LayoutOptions,
): boolean {
  return (
    before.metrics.width === width &&
    before.options.fontPx === fontPx &&
    before.options.measureText === measureText &&
    before.columns.size === columns.size &&
    [...columns].every(([id, x]) => before.columns.get(id) === x)
  );
}

function commonRows({ rows }: Layout, { steps }: SequenceDiagram): number {
  const other = rows.findIndex(({ row }, index) => row !== steps[index]?.row);
  return other < 0 ? rows.length : other;
}

function columnsOf(participants: readonly Participant[], width: number): ReadonlyMap<string, number> {
  const pitch = width / Math.max(1, participants.length);
  return new Map(participants.map(({ id }, index) => [id, Math.round(pitch * (index + 0.5))]));
}

class RowPlacer {
  readonly #columns: ReadonlyMap<string, number>;
  readonly #width: number;
  readonly #em: number;
  readonly #measure: MeasureText;

  constructor(columns: ReadonlyMap<string, number>, width: number, options: LayoutOptions) {
    this.#columns = columns;
    this.#width = width;
    this.#em = options.fontPx;
    this.#measure = options.measureText;
  }

  place(row: Row, index: number, top: number): LaidRow {
    switch (row.kind) {
      case 'message':
        return row.from === row.to ? this.#loop(row, index, top) : this.#message(row, index, top);
      case 'band':
        return this.#band(row, index, top);
      case 'note':
        return this.#note(row, index, top);
      case 'frame':
        return this.#frame(row, index, top);
      default:
        throw new Error(`Unknown row ${row satisfies never}`);
    }
  }

  #message(row: MessageRow, index: number, top: number): LaidMessage {
    const em = this.#em;
    const from = this.#x(row.from);
    const to = this.#x(row.to);
    const direction = Math.sign(to - from) || 1;
    const inset = direction * ARROW_INSET_EM * em;
    // A reply's words may stand on its arrow, of which something must still be seen on both sides.
    const margin = row.line === 'dashed' ? 2 * PILL_PADDING_X_EM + ARROW_SHOWN_EM : ARROW_SHOWN_EM / 2;
    const span = Math.abs(to - from) - 2 * ARROW_INSET_EM * em;
    const measure = (text: string) => this.#measure(text, em, 700);
    // Between lifelines that are close, less of the arrow is seen: a word is torn where nothing else helps.
    const widest = span - (row.line === 'dashed' ? 2 * PILL_PADDING_X_EM : 0) * em;
    const room = Math.max(span - margin * em, Math.min(widest, widestWord(wordsOf(row), measure)));
    const lines = labelLines(wordsOf(row), room, measure);
    const y = top + ROW_GAP_EM * em + lines.length * LINE_EM * em + LABEL_GAP_EM * em;
    const notes = this.#notes(row, y);
    const notesBottom = notes.at(-1)?.box;
    const pill = this.#pill(lines, (from + to) / 2, y);
    const bottom = Math.max(
      y,
      notesBottom === undefined ? 0 : notesBottom.y + notesBottom.height,
      row.line === 'dashed' ? pill.y + pill.height - 0.2 * em : 0,
    );
    return {
      kind: 'message',
      index,
      row,
      top,
      height: bottom - top + ROW_GAP_EM * em,
      y,
      x1: from + inset,
      x2: row.arrives ? to - inset : from + (to - from) * LOST_SHARE,
      lines,
      pill,
      notes,
      loop: null,
    };
  }

  /** A message to oneself: words above, on the side that has more room. */
  #loop(row: MessageRow, index: number, top: number): LaidMessage {
    const em = this.#em;
    const lifeline = this.#x(row.from);
    const side = this.#width - lifeline >= BESIDE_EM * em ? 1 : -1;
    const x1 = lifeline + side * ARROW_INSET_EM * em;
    const room = Math.max(BESIDE_EM * em, (side > 0 ? this.#width - x1 : x1) - em);
    const measure = (text: string) => this.#measure(text, em, 700);
    const lines = labelLines(wordsOf(row), Math.min(room, NOTE_WIDTH_EM * em), measure);
    const y = top + ROW_GAP_EM * em + lines.length * LINE_EM * em + LABEL_GAP_EM * em;
    const widest = Math.max(LOOP_EM.out * em, ...lines.map(measure));
    const notes = this.#notes(row, y + LOOP_EM.down * em);
    const last = notes.at(-1)?.box;
    const bottom = Math.max(y + LOOP_EM.down * em, last === undefined ? 0 : last.y + last.height);
    return {
      kind: 'message',
      index,
      row,
      top,
      height: bottom - top + ROW_GAP_EM * em,
      y,
      x1,
      x2: x1,
      lines,
      pill: this.#pill(lines, x1 + (side * widest) / 2, y),
      notes,
      loop: { x: x1 + side * LOOP_EM.out * em, drop: LOOP_EM.down * em },
    };
  }

  #note(row: NoteRow, index: number, top: number): LaidNoteRow {
    const em = this.#em;
    const fontPx = em * NOTE_FONT;
    const padding = NOTE_PADDING_EM * fontPx;
    const measure = (text: string) => this.#measure(text, fontPx, 600);
    const [first, last] = row.participants.map((each) => this.#x(each)).sort((a, b) => a - b) as [
      number,
      number,
    ];
    const span = last - first + 2 * NOTE_OFFSET_EM * em;
    const widest = Math.max(span, Math.min(NOTE_WIDTH_EM * em, this.#width - 2 * em));
    const lines = labelLines(row.text, widest - 2 * padding, measure);
    const textWidth = Math.max(...lines.map(measure)) + 2 * padding;
    const width = row.place === 'over' ? Math.max(textWidth, span) : textWidth;
    const height = lines.length * LINE_EM * fontPx + 2 * padding;
    const offset = NOTE_OFFSET_EM * em;
    const wanted = { left: first - offset - width, right: last + offset, over: (first + last - width) / 2 };
    const x = Math.max(0.3 * em, Math.min(wanted[row.place], this.#width - width - 0.3 * em));
    const box = { x, y: top + ROW_GAP_EM * em, width, height };
    const y = box.y + height / 2;
    return { kind: 'note', index, row, top, height: height + 2 * ROW_GAP_EM * em, y, lines, box };
  }

  #frame(row: FrameRow, index: number, top: number): LaidFrameRow {
    const em = this.#em;
    const fontPx = em * NOTE_FONT;
    const wordWidth = this.#measure(row.word, fontPx, 700) + 2 * NOTE_PADDING_EM * fontPx;
    const x = 2 * em;
    const room = this.#width - x - wordWidth - 2 * em;
    const lines = labelLines(row.text, room, (text) => this.#measure(text, fontPx, 600));
    const textHeight = lines.length * LINE_EM * fontPx;
    const wordBox = { x, y: top + ROW_GAP_EM * em, width: wordWidth, height: LINE_EM * fontPx + 0.3 * em };
    const height = Math.max(wordBox.height, textHeight + 0.3 * em) + 1.4 * ROW_GAP_EM * em;
    const y = wordBox.y + wordBox.height / 2;
    return { kind: 'frame', index, row, top, height, y, lines, wordBox };
  }

  #pill(lines: readonly string[], middle: number, y: number): Box {
    const em = this.#em;
    const width = Math.max(...lines.map((line) => this.#measure(line, em, 700))) + 2 * PILL_PADDING_X_EM * em;
    const height = (lines.length * LINE_EM + 2 * PILL_PADDING_Y_EM) * em;
    return { x: middle - width / 2, y: y - height / 2, width, height };
  }

  #notes(row: MessageRow, arrowY: number): LaidNote[] {
    const fontPx = this.#em * NOTE_FONT;
    const padding = NOTE_PADDING_EM * fontPx;
    const measure = (text: string) => this.#measure(text, fontPx, 600);
    let y = arrowY + 0.5 * this.#em;
    return row.notes.map(({ participant, text, tone }) => {
      const lifeline = this.#x(participant);
      const offset = NOTE_OFFSET_EM * this.#em;
      const widest = Math.max(8 * fontPx, this.#width - lifeline - offset - 4 * padding);
      const lines = labelLines(text, Math.min(widest, 18 * fontPx), measure);
      const width = Math.max(...lines.map(measure)) + 2 * padding;
      const height = lines.length * LINE_EM * fontPx + padding;
      const fitsRight = lifeline + offset + width <= this.#width - padding;
      const x = fitsRight ? lifeline + offset : lifeline - offset - width;
      const box = { x, y, width, height };
      y += height + padding;
      return { tone, lines, box };
    });
  }

  #band(row: BandRow, index: number, top: number): LaidBand {
    const em = this.#em;
    // A link may crash a server that this cluster does not have: the band says so from the middle.
    const x = this.#columns.get(row.participant) ?? this.#width / 2;
    const textSide = x <= this.#width * TEXT_LEFT_SHARE ? 'right' : 'left';
    const room = (textSide === 'right' ? this.#width - x : x) - BAND_TEXT_OFFSET_EM * em - em;
    const lines = labelLines(row.title, room, (text) => this.#measure(text, em * BAND_TITLE_FONT, 700));
    const detailLines = labelLines(row.detail, room, (text) => this.#measure(text, em * NOTE_FONT, 600));
    const textHeight = (lines.length * BAND_TITLE_FONT + detailLines.length * NOTE_FONT) * LINE_EM * em;
    const height = Math.max(textHeight, 2.4 * em) + 1.7 * em;
    return { kind: 'band', index, row, top, height, y: top + height / 2, x, textSide, lines, detailLines };
  }

  #x(participant: string): number {
    const x = this.#columns.get(participant);
    if (x === undefined) throw new Error(`The diagram has no participant ${participant}.`);
    return x;
  }
}

/** What stands on an arrow. */
function wordsOf({ label, number }: MessageRow): string {
  return number === undefined ? label : `${number}. ${label}`;
}

/** The rows that touch the stretch from `top` to `bottom`, found by halving: the cost does not depend on the run's length. */
export function rowsBetween(rows: readonly LaidRow[], top: number, bottom: number): readonly LaidRow[] {
  const first = firstIndex(rows, (row) => row.top + row.height > top);
  const past = firstIndex(rows, (row) => row.top >= bottom);
  return rows.slice(first, past);
}

function firstIndex(rows: readonly LaidRow[], holds: (row: LaidRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
