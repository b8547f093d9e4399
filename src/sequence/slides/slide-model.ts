/** A slide as plain shapes, for presentation programs. Lengths are in pixels of the layout. */
import type { Box } from '../layout-model.ts';
import type { Phrase } from '../phrasebook.ts';

export interface Slides {
  /** Of every slide: 16 to 9. */
  readonly width: number;
  readonly height: number;
  /** Above the diagram, for the title. */
  readonly titleHeight: number;
  readonly count: number;
  /** Made when it's asked for, because a long diagram has thousands. @param index From 0. */
  slideAt(index: number): Slide;
}

export interface Slide {
  readonly title: Phrase;
  /** Font size with which the title fits. */
  readonly titlePx: number;
  /** For the speaker. Paragraphs are separated by line breaks. */
  readonly notes: string;
  readonly shapes: readonly SlideShape[];
}

export type SlideShape = SlideBox | SlideLine | SlideWords;

/** A rectangle or an ellipse, with words inside. */
export interface SlideBox {
  readonly kind: 'box';
  readonly form: 'rectangle' | 'ellipse';
  readonly box: Box;
  /** Radius of the corners. */
  readonly corner: number;
  readonly fill: string | null;
  /** From 0 to 1. */
  readonly fillOpacity: number;
  readonly line: Stroke | null;
  readonly words: SlideText | null;
}

export interface SlideLine {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Stroke;
  readonly begin: LineEnd;
  readonly end: LineEnd;
}

export type LineEnd = 'none' | 'filled' | 'open' | 'half' | 'point';

/** Words without a background. */
export interface SlideWords {
  readonly kind: 'words';
  readonly box: Box;
  readonly words: SlideText;
}

export interface SlideText {
  readonly lines: readonly string[];
  readonly fontPx: number;
  readonly colour: string;
  readonly isBold: boolean;
  readonly isStruck: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Stroke {
  readonly colour: string;
  readonly widthPx: number;
  readonly dashes: 'none' | 'dashes' | 'dots';
}
