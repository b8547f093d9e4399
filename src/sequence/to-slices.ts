/** Renders a diagram for paper: the names above, and each row as its own picture, so that pages break between rows. */

import { fontOf, headWeight } from './geometry/head-sizes.ts';
import { nameShapes } from './geometry/heads.ts';
import { lineEm } from './geometry/sizes.ts';
import type { LaidHead } from './layout-heads.ts';
import type { Layout } from './layout-model.ts';
import type { SequenceDiagram } from './model.ts';
import type { Palette } from './palette.ts';
import { svgShown } from './svg-shown.ts';
import { element, svgShape, svgText } from './svg-text.ts';
import { headsOf, layoutPicture, type PictureStyle } from './to-svg.ts';

interface Slices {
  /** The participants. Their memories change from row to row, so the rows show them. */
  readonly heads: string;
  readonly rows: readonly string[];
}

const MARGIN_EM = 0.6;
const PADDING_EM = 0.35;

export function toSlices(
  diagram: SequenceDiagram,
  style: Pick<PictureStyle, 'palette' | 'measureText'>,
): Slices {
  const layout = layoutPicture(diagram, style);
  const { width, fontPx, lineHeight } = layout.metrics;
  const brush = { palette: style.palette, width, fontPx, lineHeight };
  const step = diagram.steps.length - 1;
  const rows = layout.rows.map(({ top, height }) =>
    slice(
      { width, top, height },
      ...svgShown({ diagram, layout, step, top, bottom: top + height, brush, isWhole: true }),
    ),
  );
  return { heads: namesOf(diagram, layout, style.palette), rows };
}

function slice(
  { width, top, height }: { readonly width: number; readonly top: number; readonly height: number },
  ...content: readonly string[]
): string {
  return element('svg', { viewBox: `0 ${top} ${width} ${height}`, width: '100%' }, ...content);
}

function namesOf(diagram: SequenceDiagram, layout: Layout, palette: Palette): string {
  const { width, fontPx } = layout.metrics;
  const { heads } = headsOf(diagram, 0, layout);
  const lines = Math.max(1, ...heads.map(({ nameLines }) => nameLines.length));
  const boxHeight = lines * fontOf('name', fontPx).lineHeight + 2 * PADDING_EM * fontPx;
  const margin = MARGIN_EM * fontPx;
  const name = (laid: LaidHead) => {
    const { ground, text } = nameShapes(laid, { y: margin, height: boxHeight, fontPx });
    const line = { stroke: palette['control-line'], strokePx: lineEm.edge * fontPx };
    return (
      svgShape(ground, { fill: palette.surface, ...line }) +
      svgText(text, { fill: palette.ink, weight: headWeight.name })
    );
  };
  return slice({ width, top: 0, height: boxHeight + 2 * margin }, ...heads.map(name));
}
