/** Writes SVG as text. Whatever is said in it is escaped: words are data. */

import type { Shape, TextShape } from './geometry/shapes.ts';
import { HALO_EM } from './geometry/sizes.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`,
    );
  const content = children.join('');
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
}

export interface Paint {
  /** `none` when it's left out. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokePx?: number;
  /** Pixels: dashes and the gaps between them. */
  readonly dashesPx?: readonly number[] | undefined;
  readonly fillOpacity?: number;
  readonly strokeOpacity?: number;
  readonly roundEnds?: boolean;
  readonly roundJoins?: boolean;
}

export interface TextPaint {
  readonly fill: string;
  readonly weight?: number;
  /** The colour around the letters, so that they can be read on a line. */
  readonly halo?: string;
  readonly decoration?: 'line-through';
}

/** A shape in its colours. */
export function svgShape(shape: Exclude<Shape, TextShape>, paint: Paint): string {
  const { kind, ...place } = shape;
  const { stroke, strokePx, dashesPx } = paint;
  return element(kind, {
    ...place,
    fill: paint.fill ?? 'none',
    'fill-opacity': paint.fillOpacity,
    stroke,
    'stroke-width': strokePx,
    'stroke-opacity': paint.strokeOpacity,
    'stroke-dasharray': dashesPx?.map(rounded).join(' '),
    'stroke-linecap': paint.roundEnds ? 'round' : undefined,
    'stroke-linejoin': paint.roundJoins ? 'round' : undefined,
  });
}

export function svgText(text: TextShape, { fill, weight = 600, halo, decoration }: TextPaint): string {
  const { lines, x, y, fontPx, lineHeight, anchor } = text;
  const spans = lines.map((line, index) => element('tspan', { x, y: y + index * lineHeight }, escaped(line)));
  return element(
    'text',
    {
      fill,
      'font-size': fontPx,
      'font-weight': weight,
      'text-anchor': anchor,
      'text-decoration': decoration,
      ...(halo !== undefined && {
        'paint-order': 'stroke',
        stroke: halo,
        'stroke-width': HALO_EM * fontPx,
        'stroke-linejoin': 'round',
      }),
    },
    ...spans,
  );
}

/** Words as the content of an element. */
export function words(text: string): string {
  return escaped(text);
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** XML 1.0 has no place for most control characters, however they are written. */
function escaped(words: string): string {
  return (
    words
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
