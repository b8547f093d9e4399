/** The base for placing rows: positions of lifelines, and a font size. */
import type { LaidFrame, LayoutOptions, MeasureText } from './layout-model.ts';

/** Sizes for several kinds of rows, in em of an arrow's words. */

export const LINE_EM = 1.3;
/** Free space above and below a row. */
export const ROW_GAP_EM = 0.55;
export const NOTE_PADDING_EM = 0.55;
/** From a lifeline to a note beside it. */
export const NOTE_OFFSET_EM = 1.1;
export const NOTE_WIDTH_EM = 22;
/** From a frame's first row to its upper edge. */
export const FRAME_TOP_EM = 0.25;

/** Position of a row in the diagram. */
export interface Slot {
  readonly index: number;
  readonly top: number;
  /** The frame whose keyword this row is. */
  readonly frame?: LaidFrame | undefined;
}

export class Sheet {
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
  readonly em: number;
  readonly measure: MeasureText;
  /** Whether columns are as wide as their words, so that words and notes keep clear of the next lifelines. */
  readonly isImported: boolean;
  readonly #ordered: readonly number[];

  constructor(
    columns: ReadonlyMap<string, number>,
    width: number,
    options: LayoutOptions,
    isImported = false,
  ) {
    this.isImported = isImported;
    this.#ordered = [...columns.values()];
    this.columns = columns;
    this.width = width;
    this.em = options.fontPx;
    this.measure = options.measureText;
  }

  /** Position of a participant's lifeline. */
  x(participant: string): number {
    const x = this.columns.get(participant);
    if (x === undefined) throw new Error(`The diagram has no participant ${participant}.`);
    return x;
  }

  /** From a lifeline to the next one on a side, or to the edge. */
  roomBeside(x: number, side: 1 | -1): number {
    if (side > 0) return (this.#ordered.find((other) => other > x) ?? this.width) - x;
    return x - (this.#ordered.findLast((other) => other < x) ?? 0);
  }
}
