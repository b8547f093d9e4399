/** The picture of one strategy over two axes: cells whose tint grows with the median. */
import * as Plot from '@observablehq/plot';
import type { ParameterValue } from '../../lab/parameters.ts';
import type { Picture } from './line-plot.ts';
import type { PlotData, PlotPoint, Series } from './plot-data.ts';
import { choiceLabels, LEFT_MARGIN, type PlotSizes, type PlotWords } from './plot-sizes.ts';
import { seriesStyle } from './series.ts';

export interface HeatWords extends PlotWords {
  readonly secondAxis: string;
  secondTickOf(value: ParameterValue): string;
}

/** Numbers stay legible on the darkest cell. */
const OPACITY_MAX = 0.45;

export function drawHeat(
  { study, high }: PlotData,
  series: Series,
  { width, height, font }: PlotSizes,
  words: HeatWords,
): Picture {
  const [columns, rows] = study.axes;
  const top = high > 0 ? high : 1;
  const x = (point: PlotPoint) => point.x;
  const y = (point: PlotPoint) => point.y;
  const areLegible = width / (columns?.values.length ?? 1) > font * 3;
  const isNumeric = columns?.values.every((value) => typeof value === 'number') ?? true;
  const labels = choiceLabels(
    isNumeric ? null : (width - font * (LEFT_MARGIN + 1)) / (columns?.values.length ?? 1),
    font,
  );
  const svg = Plot.plot({
    width,
    height,
    marginLeft: font * LEFT_MARGIN,
    marginRight: font,
    marginTop: font * 1.9,
    marginBottom: font * labels.margin,
    style: { background: 'none', fontSize: `${font}px`, fontFamily: 'inherit', color: 'var(--ink-2)' },
    x: { type: 'band', domain: columns?.values ?? [], padding: 0.04 },
    y: { type: 'band', domain: (rows?.values ?? []).toReversed(), padding: 0.04 },
    marks: [
      Plot.axisX({
        tickSize: 0,
        tickFormat: words.tickOf,
        label: words.axis,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: font * (labels.margin - 0.3),
        lineWidth: labels.lineWidth,
        fontSize: font,
        fill: 'var(--ink-2)',
      }),
      Plot.axisY({
        tickSize: 0,
        tickFormat: words.secondTickOf,
        label: words.secondAxis,
        labelArrow: 'none',
        fontSize: font,
        fill: 'var(--ink-2)',
      }),
      Plot.cell(series.points, {
        x,
        y,
        fill: seriesStyle(series.strategy).colour,
        fillOpacity: ({ summary }: PlotPoint) => (OPACITY_MAX * summary.median) / top,
      }),
      ...(areLegible
        ? [
            Plot.text(series.points, {
              x,
              y,
              text: ({ summary }: PlotPoint) => words.valueOf(summary.median),
              fill: 'var(--ink)',
            }),
          ]
        : []),
    ],
  }) as SVGSVGElement & Plot.Plot;
  const [scaleX, scaleY] = [svg.scale('x'), svg.scale('y')];
  const [cellWidth, cellHeight] = [scaleX?.bandwidth ?? 0, scaleY?.bandwidth ?? 0];
  const points = series.points.map((at) => ({
    at,
    left: Number(scaleX?.apply(at.x) ?? 0) + cellWidth / 2,
    top: Number(scaleY?.apply(at.y) ?? 0) + cellHeight / 2,
  }));
  drawGround(svg, points, { width: cellWidth, height: cellHeight });
  return { svg, points };
}

/** Behind the tints. One element for all cells, because a thousand more take long to lay out. */
function drawGround(
  svg: SVGSVGElement,
  points: Picture['points'],
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const path = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'path');
  const cells = points.map(
    ({ left, top }) => `M${left - width / 2} ${top - height / 2}h${width}v${height}h${-width}z`,
  );
  path.setAttribute('d', cells.join(''));
  path.setAttribute('fill', 'var(--sunken)');
  svg.querySelector('[aria-label="cell"]')?.before(path);
}
