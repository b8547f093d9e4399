/** Makes a slide's shapes from those of the stage and of pictures. */

import type { Plate, RectShape, TextShape } from '../geometry/shapes.ts';
import { BASELINE_EM } from '../geometry/sizes.ts';
import type { Box } from '../layout-model.ts';
import type { SlideBox, SlideLine, SlideText, SlideWords, Stroke } from './slide-model.ts';

interface SlideColour {
  readonly colour: string;
  readonly isBold?: boolean;
  readonly isStruck?: boolean;
}

interface Paint {
  readonly fill?: string | null;
  readonly fillOpacity?: number;
  readonly line?: Stroke | null;
  readonly words?: SlideText | null;
}

export function stroke(colour: string, widthPx: number, dashes: Stroke['dashes'] = 'none'): Stroke {
  return { colour, widthPx, dashes };
}

export function boxOf({ x, y, width, height, rx = 0 }: Box & Pick<RectShape, 'rx'>, paint: Paint): SlideBox {
  const { fill = null, fillOpacity = 1, line = null, words = null } = paint;
  const box = { x, y, width, height };
  return { kind: 'box', form: 'rectangle', box, corner: rx, fill, fillOpacity, line, words };
}

export function discOf(x: number, y: number, radius: number, fill: string): SlideBox {
  const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  return { ...boxOf(box, { fill }), form: 'ellipse' };
}

export function lineOf(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stroked: Stroke,
  ends: Partial<Pick<SlideLine, 'begin' | 'end'>> = {},
): SlideLine {
  return { kind: 'line', x1, y1, x2, y2, stroke: stroked, begin: 'none', end: 'none', ...ends };
}

/** Two strokes through a point. */
export function crossOf(x: number, y: number, arm: number, stroked: Stroke): SlideLine[] {
  return [
    lineOf([x - arm, y - arm, x + arm, y + arm], stroked),
    lineOf([x - arm, y + arm, x + arm, y - arm], stroked),
  ];
}

function textOf({ lines, fontPx, anchor }: TextShape, { colour, isBold, isStruck }: SlideColour): SlideText {
  return { lines, fontPx, colour, isBold: isBold ?? false, isStruck: isStruck ?? false, anchor };
}

/** Wider than any line, because another font can be wider than the one that was measured. */
const ROOM_EM = 40;

/** @returns Nothing without words. */
export function wordsOf(text: TextShape, ink: SlideColour): readonly SlideWords[] {
  if (text.lines.every((line) => line === '')) return [];
  const { x, y, fontPx, lineHeight, lines, anchor } = text;
  const height = lines.length * lineHeight;
  const top = y - BASELINE_EM * fontPx - lineHeight / 2;
  const width = ROOM_EM * fontPx;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [{ kind: 'words', box: { x: left, y: top, width, height }, words: textOf(text, ink) }];
}

/** Words on a background, as one shape. */
export function plateOf({ ground, text }: Plate, paint: Paint, ink: SlideColour): SlideBox {
  return boxOf(ground, { ...paint, words: textOf(text, ink) });
}
