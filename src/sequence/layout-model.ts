/** The model of a layout: a diagram's rows and their positions. No DOM. All lengths are in pixels. */
import type { BandRow, Frame, FrameRow, MessageRow, NoteRow } from './model.ts';

type FontWeight = 400 | 600 | 650 | 700;

/** The width of one line of text in pixels. */
export type MeasureText = (text: string, fontPx: number, weight: FontWeight) => number;

export interface LayoutOptions {
  /** The width to fill. The diagram is wider if the lifelines would be too close. */
  readonly width: number;
  /** Font size of an arrow's words. Everything else scales with it. */
  readonly fontPx: number;
  readonly measureText: MeasureText;
  /** Of an imported diagram: a word that is wider than this share of the width is broken. Default: 0.6. */
  readonly wordShare?: number;
}

export interface Box {
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
  /** Position of the row's arrow or icon, from the diagram's top. */
  readonly y: number;
  readonly lines: readonly string[];
}

export interface LaidMessage extends Placed {
  readonly kind: 'message';
  readonly row: MessageRow;
  /** Start and end of the arrow. It ends midway if it never arrives. */
  readonly x1: number;
  readonly x2: number;
  /** From its end up to its start, in pixels: 0 for a level arrow. */
  readonly rise: number;
  /** Around the words if they stand on the arrow, like those of the present reply. */
  readonly pill: Box;
  readonly notes: readonly LaidNote[];
  /** Path of a message to its own sender: out to `x`, down by `drop`, and back. Null for all other messages. */
  readonly loop: { readonly x: number; readonly drop: number } | null;
  /** Points on lifelines that mark where the arrow starts or ends. */
  readonly points: readonly number[];
}

export interface LaidBand extends Placed {
  readonly kind: 'band';
  readonly row: BandRow;
  /** The lifeline on which it happens. */
  readonly x: number;
  /** Words stand on the side of the lifeline with more room. */
  readonly textSide: 'right' | 'left';
  /** Where the words end that reach furthest from the lifeline. */
  readonly textEnd: number;
  readonly detailLines: readonly string[];
}

/** A note that is a step of its own. */
export interface LaidNoteRow extends Placed {
  readonly kind: 'note';
  readonly row: NoteRow;
  readonly box: Box;
  /** Of its widest line, with the padding. */
  readonly textWidth: number;
}

/** The keyword of a frame, or of a part of it, and its text. */
export interface LaidFrameRow extends Placed {
  readonly kind: 'frame';
  readonly row: FrameRow;
  readonly wordBox: Box;
  /** Of its widest line of text. */
  readonly textWidth: number;
  /** The right edge of its frame. */
  readonly right: number;
  /** Separates it from the part above, across its frame; null at the start of a frame. */
  readonly divider: { readonly left: number; readonly right: number; readonly y: number } | null;
}

/** Left and right edges. Its height depends on how much of it has been stepped through. */
export interface LaidFrame {
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  /** From its first row's top to its upper edge, and from its last row's bottom to its lower edge. */
  readonly above: number;
  readonly below: number;
}

export type LaidRow = LaidMessage | LaidBand | LaidNoteRow | LaidFrameRow;

/** Shared by all rows. */
export interface Metrics {
  /** Of the whole diagram. */
  readonly width: number;
  readonly fontPx: number;
  readonly lineHeight: number;
}

export interface Layout {
  readonly metrics: Metrics;
  /** Position of each participant's lifeline. */
  readonly columns: ReadonlyMap<string, number>;
  /** Half of each column's width. */
  readonly halves: ReadonlyMap<string, number>;
  readonly rows: readonly LaidRow[];
  readonly frames: readonly LaidFrame[];
  /** Whether messages that were under way during others are aslant. */
  readonly isSlanted: boolean;
  readonly options: LayoutOptions;
}
