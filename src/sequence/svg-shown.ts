/** The part of a picture between heads and caption as SVG: the rows up to a step, and spans over several of them. */

import { absenceStripe, lifeEnd } from './geometry/absences.ts';
import { edgesOfGroup } from './geometry/enclosures.ts';
import { edgesOfFrame } from './geometry/frame-edges.ts';
import { tintShare } from './geometry/head-sizes.ts';
import { behindFirst } from './geometry/row-order.ts';
import { borderOf, type RectShape } from './geometry/shapes.ts';
import { cornerEm, lineEm, outageEm } from './geometry/sizes.ts';
import { barShape, outageStripe } from './geometry/spans.ts';
import { isDimmed } from './is-dimmed.ts';
import type { LaidFrame, Layout } from './layout-model.ts';
import type { Activation, Outage, SequenceDiagram, Span } from './model.ts';
import { type Brush, svgRow, type Time } from './svg-rows.ts';
import { svgShape } from './svg-text.ts';
import { tintedShape } from './svg-tint.ts';
import { shownRows } from './walk-stops.ts';

/** Which part of a diagram is shown, at which step, and how. */
export interface Shown {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  readonly brush: Brush;
  readonly isWhole: boolean;
}

/** Lifelines, spans and rows, at their layout positions. */
export function svgShown(shown: Shown): string[] {
  return [...groups(shown), ...lifelines(shown), ...spans(shown), ...rows(shown)];
}

/** Boxes around participants, down to the end of their lifelines. */
function groups({ diagram, layout, top, bottom, brush }: Shown): string[] {
  return diagram.groups.map((group) => {
    const { left, right } = edgesOfGroup(group, layout);
    return tintedShape(
      { kind: 'path', d: `M${left} ${top}V${bottom}H${right}V${top}` },
      group.tint,
      brush,
      tintShare.lifelines,
    );
  });
}

function lifelines({ layout, top, bottom, brush: { palette, fontPx } }: Shown): string[] {
  const line = { stroke: palette.lifeline, strokePx: lineEm.lifeline * fontPx };
  return [...layout.columns.values()].map((x) =>
    svgShape({ kind: 'path', d: `M${x} ${top}V${bottom}` }, line),
  );
}

/** The last row that has been reached, and the last one that is shown. */
function reachOf({ diagram, step, isWhole }: Shown): { readonly step: number; readonly to: number } {
  if (isWhole) return { step, to: step };
  const { reached, to } = shownRows(diagram, step);
  return { step: reached, to };
}

/** Spans over several steps, up to the present one. */
function spans(shown: Shown): string[] {
  const { diagram, layout, top, bottom, brush } = shown;
  const { step, to } = reachOf(shown);
  const y = (index: number) => layout.rows[index]?.y ?? 0;
  const end = (to: number | null) => (to === null || to > step ? bottom : y(to));
  const isSeen = ({ from, to }: Span) => from <= step && y(from) <= bottom && end(to) >= top;
  return [
    ...diagram.outages.filter(isSeen).map((each) => outage(each, { ...shown, step })),
    ...diagram.absences.map((each) => absence(each, { ...shown, step })),
    ...layout.frames.map((each) => frameBox(each, layout, to, brush)),
    ...diagram.activations.filter(isSeen).map((each) => bar(each, { ...shown, step })),
  ];
}

function outage(span: Outage, { layout, step, bottom, brush: { palette, fontPx } }: Shown): string {
  const { ground } = outageStripe(span, layout, step, bottom);
  const { dotRadius, dotEdge, period } = outageEm;
  const x = ground.x + ground.width / 2;
  if (span.kind === 'frozen') return frozen(ground, x, { palette, fontPx });
  // Each dot is a zero-length dash with round ends, in the middle of its period.
  const first = ground.y + (period * fontPx) / 2;
  const dots = {
    stroke: palette.fail,
    strokePx: (dotRadius + dotEdge) * fontPx,
    dashesPx: [0, period * fontPx],
    roundEnds: true,
  };
  return (
    svgShape(ground, { fill: palette.surface }) +
    svgShape({ kind: 'path', d: `M${x} ${first}V${Math.max(first, ground.y + ground.height)}` }, dots)
  );
}

/** Dashes over the lifeline, the first one after half a period. */
function frozen(
  ground: RectShape,
  x: number,
  { palette, fontPx }: Pick<Brush, 'palette' | 'fontPx'>,
): string {
  const half = (outageEm.period * fontPx) / 2;
  const d = `M${x} ${ground.y + half}V${Math.max(ground.y + half, ground.y + ground.height)}`;
  const dashes = { stroke: palette['ink-2'], strokePx: ground.width, dashesPx: [half, half] };
  return svgShape(ground, { fill: palette.surface }) + svgShape({ kind: 'path', d }, dashes);
}

/** Covers the lifeline. A cross marks its final end. */
function absence(span: Span, { layout, step, bottom, brush: { palette, fontPx } }: Shown): string {
  const ground = absenceStripe(span, layout, step, bottom);
  if (ground === null) return '';
  const cover = svgShape(ground, { fill: palette.surface });
  if (span.to !== null) return cover;
  const cross = lifeEnd(ground.x + ground.width / 2, ground.y, fontPx);
  return cover + svgShape(cross, { stroke: palette['ink-2'], strokePx: lineEm.lifeEnd * fontPx });
}

function bar(activation: Activation, { layout, step, brush: { palette, fontPx } }: Shown): string {
  const strokePx = lineEm.bar * fontPx;
  const { ground, line } = barColours[activation.tone];
  return svgShape(borderOf(barShape(activation, layout, step), strokePx), {
    fill: palette[ground],
    stroke: palette[line],
    strokePx,
  });
}

function frameBox(laid: LaidFrame, { rows }: Layout, step: number, brush: Brush): string {
  const { palette, fontPx } = brush;
  const { frame, left, right } = laid;
  const edges = edgesOfFrame(laid, rows, step);
  if (edges === null) return '';
  const { top, bottom } = edges;
  const rx = cornerEm.frame * fontPx;
  const box = { kind: 'rect', x: left, y: top, width: right - left, height: bottom - top, rx } as const;
  if (frame.kind === 'ground') return tintedShape(box, frame.tint, brush);
  const strokePx = lineEm.edge * fontPx;
  return svgShape(borderOf(box, strokePx), { stroke: palette['control-line'], strokePx });
}

const barColours = {
  memory: { ground: 'memory-bg', line: 'memory-line' },
  failure: { ground: 'surface', line: 'fail' },
  plain: { ground: 'sunken', line: 'control-line' },
} as const;

function rows({ diagram, layout, step, top, bottom, brush, isWhole }: Shown): string[] {
  const { to, timeOf } = shownRows(diagram, step);
  const grey = greyBrush(brush);
  return behindFirst(layout.rows)
    .filter((row) => row.top + row.height > top && row.top < bottom)
    .flatMap((row) => {
      const time = timeOf(row.index);
      if (time === 'passed-over') return isWhole || row.index <= to ? svgRow(row, 'past', grey) : [];
      if (isDimmed(diagram, row.index, time) && time !== 'future') return svgRow(row, 'past', grey);
      if (isWhole) return row.index <= step ? svgRow(row, 'equal', brush) : [];
      return time === 'future' ? [] : svgRow(row, time satisfies Time, brush);
    });
}

/** For what the way through the diagram passes over. */
export function greyBrush(brush: Brush): Brush {
  const { palette } = brush;
  const { future } = palette;
  const ink = { 'past-request': future, 'past-reply': future, 'past-fail': future, 'ink-2': future };
  return { ...brush, palette: { ...palette, ...ink } };
}
