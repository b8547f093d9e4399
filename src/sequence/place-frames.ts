/** Places frames and backgrounds of an imported diagram: as wide as the participants inside, like Mermaid. */
import { widestWord } from './break-lines.ts';
import { FRAME_INSET_EM, NOTE_FONT } from './geometry/sizes.ts';
import type { Interruptible } from './interruptible.ts';
import type { LaidFrame } from './layout-model.ts';
import type { Frame, FrameRow, Row, SequenceDiagram } from './model.ts';
import { placeNoteRow } from './place-imported.ts';
import { placeLoop } from './place-message.ts';
import { FRAME_TOP_EM, NOTE_PADDING_EM, type Sheet } from './sheet.ts';

/** From a lifeline, a note or a message's words to the enclosing frame. */
const LIFELINE_MARGIN_EM = 1;
const WORDS_MARGIN_EM = 0.35;
/** Width reserved for a frame's text beside its keyword. */
const TEXT_EM = 9;
/** Edges are sums and differences of the same numbers, which don't come out exactly equal. */
const ROUNDING_PX = 1;

export interface PlacedFrames {
  readonly frames: readonly LaidFrame[];
  /** The frame of each keyword row, by row. */
  readonly byRow: ReadonlyMap<number, LaidFrame>;
  /** Extra space of rows where several frames begin or end, by row. */
  readonly rooms: ReadonlyMap<number, Room>;
}

export interface Room {
  readonly above: number;
  readonly below: number;
}

/** From a row's top to a background's edge, and from a row's bottom to that of a span that ends there. */
const EDGE_EM = 0.1;

type Reach = readonly [left: number, right: number];

/** A frame that has begun and not ended yet. */
interface Open {
  readonly frame: Frame;
  readonly words: number[];
  /** From its first row's top to its upper edge. */
  readonly above: number;
  reach: Reach | null;
  /** The width that its words need. */
  wanted: number;
}

export function* placeFrames({ frames, steps }: SequenceDiagram, sheet: Sheet): Interruptible<PlacedFrames> {
  const inset = FRAME_INSET_EM * sheet.em;
  const beginning = byBeginning(frames);
  const open: Open[] = [];
  const laid: LaidFrame[] = [];
  const byRow = new Map<number, LaidFrame>();
  const rooms = new Map<number, Room>();
  for (const [index, { row }] of steps.entries()) {
    const begun = beginning.get(index) ?? [];
    const grounds = begun.filter(({ kind }) => kind === 'ground').length;
    begun.forEach((frame, place) => {
      const above = frame.kind === 'ground' ? EDGE_EM : FRAME_TOP_EM;
      open.push({ frame, words: [], above: place * inset + above * sheet.em, reach: null, wanted: 0 });
    });
    if (row.kind === 'frame') takeWord(open, row, index, sheet);
    else widen(open.at(-1), reachOf(row, sheet));
    const ended = open.filter(({ frame }) => frame.to <= index).length;
    // Innermost first.
    for (let place = ended - 1; place >= 0; place -= 1) {
      const last = open.pop();
      if (last === undefined) break;
      const { frame, above, words } = last;
      const below = place * inset + EDGE_EM * sheet.em;
      const placed = { frame, ...edgesOf(last, sheet), above, below };
      widen(open.at(-1), [placed.left - inset, placed.right + inset]);
      laid.push(placed);
      for (const word of words) byRow.set(word, placed);
    }
    if (grounds > 0 || ended > 1) {
      rooms.set(index, { above: grounds * inset, below: Math.max(0, ended - 1) * inset });
    }
    yield;
  }
  return { frames: laid, byRow, rooms };
}

/** For equal starts, the outer frame first. */
function byBeginning(frames: readonly Frame[]): ReadonlyMap<number, readonly Frame[]> {
  const beginning = new Map<number, Frame[]>();
  for (const frame of [...frames].sort((one, other) => one.depth - other.depth)) {
    const others = beginning.get(frame.from);
    if (others === undefined) beginning.set(frame.from, [frame]);
    else others.push(frame);
  }
  return beginning;
}

function takeWord(open: readonly Open[], row: FrameRow, index: number, { measure, em }: Sheet): void {
  const frame = open.findLast((each) => each.frame.kind === 'frame');
  if (frame === undefined) return;
  const fontPx = em * NOTE_FONT;
  const word = measure(row.word, fontPx, 700) + 2 * NOTE_PADDING_EM * fontPx;
  const measureText = (words: string) => measure(words, fontPx, 600);
  const broken = Math.max(TEXT_EM * em, widestWord(row.text, measureText));
  const text = Math.min(broken, measureText(row.text.slice(0, 100)));
  frame.words.push(index);
  frame.wanted = Math.max(frame.wanted, word + text + 1.2 * em + ROUNDING_PX);
}

function widen(open: Open | undefined, reach: Reach | null): void {
  if (open === undefined || reach === null) return;
  const [left, right] = open.reach ?? reach;
  open.reach = [Math.min(left, reach[0]), Math.max(right, reach[1])];
}

/** An empty frame has no bounds, so its edges are as far apart as possible. */
function edgesOf({ frame, reach, wanted }: Open, { em, width }: Sheet): { left: number; right: number } {
  const edge = (frame.depth + 1) * FRAME_INSET_EM * em;
  const [first, last] = reach ?? [edge, width - edge];
  const right = Math.min(width - edge, Math.max(last, first + wanted));
  return { left: Math.max(edge, Math.min(first, right - wanted)), right };
}

function reachOf(row: Row, sheet: Sheet): Reach | null {
  const { em } = sheet;
  switch (row.kind) {
    case 'message': {
      const ends = [sheet.x(row.from), sheet.x(row.to)];
      const margin = LIFELINE_MARGIN_EM * em;
      if (row.from !== row.to) return [Math.min(...ends) - margin, Math.max(...ends) + margin];
      const { pill } = placeLoop(row, { index: 0, top: 0 }, sheet);
      return [
        Math.min(sheet.x(row.from) - margin, pill.x),
        Math.max(sheet.x(row.from) + margin, pill.x + pill.width),
      ];
    }
    case 'note': {
      const { box } = placeNoteRow(row, { index: 0, top: 0 }, sheet);
      const margin = WORDS_MARGIN_EM * em;
      return [box.x - margin, box.x + box.width + margin];
    }
    case 'band':
    case 'frame':
      return null;
    default:
      throw new Error(`Unknown row ${row satisfies never}`);
  }
}
