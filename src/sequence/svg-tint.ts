/** What stands on a ground of somebody's own colour, as SVG: the style sheets of the page mix it likewise. */
import type { Brush } from './svg-rows.ts';
import { element } from './svg-text.ts';

/** The edge has something of the ink in it, so that it is seen on any ground. */
export function tintedShape(
  shape: Parameters<typeof element>[0],
  place: Parameters<typeof element>[1],
  tint: string,
  { palette, fontPx }: Brush,
  share = 0.14,
): string {
  const line = { 'stroke-width': 0.09 * fontPx };
  return (
    element(shape, { ...place, ...line, fill: 'none', stroke: palette['ink-2'] }) +
    element(shape, {
      ...place,
      ...line,
      fill: tint,
      'fill-opacity': share,
      stroke: tint,
      'stroke-opacity': 0.7,
    })
  );
}
