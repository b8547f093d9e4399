/** What a diagram is drawn of: plain shapes in pixels. The stage draws them as elements, pictures as SVG text. */
import type { Box } from '../layout-model.ts';
import { BASELINE_EM } from './sizes.ts';

export interface RectShape extends Box {
  readonly kind: 'rect';
  /** The radius of the corners. */
  readonly rx?: number;
}

export interface CircleShape {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

export interface PathShape {
  readonly kind: 'path';
  readonly d: string;
  readonly transform?: string;
}

export interface TextShape {
  readonly kind: 'text';
  readonly lines: readonly string[];
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly fontPx: number;
  readonly lineHeight: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export type Shape = RectShape | CircleShape | PathShape | TextShape;

/** Words on a ground. */
export interface Plate {
  readonly ground: RectShape;
  readonly text: TextShape;
}

interface TextBlock extends Pick<TextShape, 'x' | 'fontPx' | 'lineHeight'> {
  readonly anchor?: TextShape['anchor'];
  /** The middle of the block of lines. */
  readonly middle: number;
}

export function textBlock(
  lines: readonly string[],
  { middle, anchor = 'middle', ...rest }: TextBlock,
): TextShape {
  const y = middle - ((lines.length - 1) * rest.lineHeight) / 2 + BASELINE_EM * rest.fontPx;
  return { kind: 'text', lines, y, anchor, ...rest };
}

/** The rectangle along which a line of this width is drawn so that it stays inside, like a border in CSS. */
export function borderOf({ rx = 0, ...rect }: RectShape, width: number): RectShape {
  return {
    ...rect,
    x: rect.x + width / 2,
    y: rect.y + width / 2,
    width: Math.max(0, rect.width - width),
    height: Math.max(0, rect.height - width),
    rx: Math.max(0, rx - width / 2),
  };
}
