/** Renders a diagram for paper: the heads above, and each row as its own picture, so that pages break between rows. */

import type { SequenceDiagram } from './model.ts';
import { svgHead } from './svg-heads.ts';
import { svgShown } from './svg-shown.ts';
import { element } from './svg-text.ts';
import { headsOf, layoutPicture, type PictureStyle } from './to-svg.ts';

interface Slices {
  /** The participants with their memories at one step. */
  readonly heads: string;
  readonly rows: readonly string[];
}

/** @param memoryStep The step whose memories the heads show, an index from 0. */
export function toSlices(
  diagram: SequenceDiagram,
  memoryStep: number,
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
  const { heads, height } = headsOf(diagram, memoryStep, layout);
  return { heads: slice({ width, top: 0, height }, ...heads.map((head) => svgHead(head, brush))), rows };
}

function slice(
  { width, top, height }: { readonly width: number; readonly top: number; readonly height: number },
  ...content: readonly string[]
): string {
  return element('svg', { viewBox: `0 ${top} ${width} ${height}`, width: '100%' }, ...content);
}
