/** A diagram's rows in their places: what a layout is made of. No DOM, and pixels like all lengths here. */
import type { BandRow, Frame, FrameRow, MessageRow, NoteRow } from './model.ts';

type FontWeight = 600 | 700;

/** The width of one line of text in pixels. */
export type MeasureText = (text: string, fontPx: number, weight: FontWeight) => number;

export interface LayoutOptions {
  /** The width to fill; the diagram is wider when the lifelines would come too close. */
  readonly width: number;
  /** The size of an arrow's words. Everything else follows from it. */
  readonly fontPx: number;
  readonly measureText: MeasureText;
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
  /** Where a point on a lifeline says that the arrow begins or ends there. */
  readonly points: readonly number[];
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
  /** The line that parts it from what is above, across its frame; null where the frame begins. */
  readonly divider: { readonly left: number; readonly right: number; readonly y: number } | null;
}

/** From side to side; how high it is depends on how much of it has been stepped through. */
export interface LaidFrame {
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  /** From its first row's top to its upper edge, and from its last row's lower edge to its lower one. */
  readonly above: number;
  readonly below: number;
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
  readonly frames: readonly LaidFrame[];
  readonly options: LayoutOptions;
}
