/** A tinted shape on its own background, as SVG. */
import { tintShare } from './geometry/head-sizes.ts';
import { borderOf, type PathShape, type RectShape } from './geometry/shapes.ts';
import { lineEm } from './geometry/sizes.ts';
import type { Brush } from './svg-rows.ts';
import { svgShape } from './svg-text.ts';

/** The edge mixes in some ink, so that it's visible on any background. */
export function tintedShape(
  shape: PathShape | RectShape,
  tint: string,
  { palette, fontPx }: Brush,
  share: number = tintShare.ground,
): string {
  const strokePx = lineEm.edge * fontPx;
  const edge = shape.kind === 'rect' ? borderOf(shape, strokePx) : shape;
  return (
    svgShape(edge, { stroke: palette['ink-2'], strokePx }) +
    svgShape(edge, { fill: tint, fillOpacity: share, stroke: tint, strokeOpacity: tintShare.edge, strokePx })
  );
}
