/** A shape on a ground of its own colour, as SVG. The style sheets of the page mix the colours in the same shares. */
import { borderOf, type PathShape, type RectShape } from './geometry/shapes.ts';
import { lineEm } from './geometry/sizes.ts';
import type { Brush } from './svg-rows.ts';
import { svgShape } from './svg-text.ts';

/** The edge has some of the ink in it, so that it can be seen on any ground. */
export function tintedShape(
  shape: PathShape | RectShape,
  tint: string,
  { palette, fontPx }: Brush,
  share = 0.14,
): string {
  const strokePx = lineEm.edge * fontPx;
  const edge = shape.kind === 'rect' ? borderOf(shape, strokePx) : shape;
  return (
    svgShape(edge, { stroke: palette['ink-2'], strokePx }) +
    svgShape(edge, { fill: tint, fillOpacity: share, stroke: tint, strokeOpacity: 0.7, strokePx })
  );
}
