/** The picture of lines with bands, drawn by Observable Plot, with labels of our own. */
import * as Plot from '@observablehq/plot';
import { labelLines, widthOfLabels } from './line-labels.ts';
import { optionMarks } from './option-marks.ts';
import type { PlotData, PlotPoint } from './plot-data.ts';
import { choiceLabels, LEFT_MARGIN, type PlotSizes, type PlotWords } from './plot-sizes.ts';
import { roundTicks } from './round-ticks.ts';
import { seriesStyle } from './series.ts';

export interface PlacedPoint {
  readonly at: PlotPoint;
  readonly left: number;
  readonly top: number;
}

export interface Picture {
  readonly svg: SVGSVGElement;
  readonly points: readonly PlacedPoint[];
}

export function drawLines({ series, study, high }: PlotData, sizes: PlotSizes, words: PlotWords): Picture {
  const { width, height, font, line, mark, bandOpacity, prediction } = sizes;
  const right = widthOfLabels(series, sizes, words);
  const values = study.axes[0]?.values ?? [];
  const isNumeric = values.every((value) => typeof value === 'number');
  const [low, top] = [Math.min(...(values as number[])), Math.max(...(values as number[]))];
  const { ticksMax } = sizes;
  const labels = choiceLabels(isNumeric ? null : (width - right) / values.length, font);
  const fitting = Math.floor((width - right - font * LEFT_MARGIN) / (font * TICK_WIDTH));
  const ticksX = roundTicks(low, top, Math.max(1, Math.min(ticksMax ?? fitting, values.length, fitting)));
  const end = Math.max(high, ...(prediction?.options ?? []).map(({ y }) => y)) || 1;
  const ticksY = ticksMax === null ? sizes.ticks : roundTicks(0, end, ticksMax);
  const x = (point: PlotPoint) => point.x;
  const loud = series.filter(({ strategy }) => !sizes.muted.has(strategy));
  const quiet = series.filter(({ strategy }) => sizes.muted.has(strategy));
  const svg = Plot.plot({
    width,
    height,
    marginLeft: font * LEFT_MARGIN,
    marginRight: right,
    marginTop: font,
    marginBottom: font * labels.margin,
    style: { background: 'none', fontSize: `${font}px`, fontFamily: 'inherit', color: 'var(--ink-2)' },
    x: isNumeric ? { type: 'linear', domain: [low, top] } : { type: 'point', domain: values, padding: 0.3 },
    y: { domain: [0, end], nice: true },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: ticksY }),
      Plot.axisY({
        ticks: ticksY,
        tickFormat: words.numberOf,
        tickSize: 0,
        label: null,
        fontSize: font,
        fill: 'var(--ink-2)',
      }),
      Plot.axisX({
        ...(isNumeric && { ticks: ticksX }),
        tickFormat: words.tickOf,
        tickSize: 5,
        tickPadding: Math.max(3, font * 0.3),
        label: words.axis,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: font * (labels.margin - 0.3),
        lineWidth: labels.lineWidth,
        fontSize: font,
        fill: 'var(--ink-2)',
      }),
      Plot.ruleY([0], { stroke: 'var(--control-line)' }),
      ...loud.map((each) => {
        const { colour } = seriesStyle(each.strategy);
        return Plot.areaY(each.points, {
          x,
          y1: ({ summary }: PlotPoint) => summary.low,
          y2: ({ summary }: PlotPoint) => summary.high,
          fill: colour,
          fillOpacity: bandOpacity,
        });
      }),
      ...quiet.map((each) =>
        Plot.lineY(each.points, {
          x,
          y: medianOf,
          stroke: 'var(--off)',
          strokeWidth: line / 2.25,
          strokeDasharray: dashOf(seriesStyle(each.strategy).dash, line / 2.25),
        }),
      ),
      ...loud.flatMap((each) => {
        const { colour, dash, mark: symbol } = seriesStyle(each.strategy);
        const y = medianOf;
        return [
          Plot.lineY(each.points, {
            x,
            y,
            stroke: colour,
            strokeWidth: line,
            strokeDasharray: dashOf(dash, line),
          }),
          Plot.dot(each.points, { x, y, fill: colour, symbol: symbols[symbol], r: mark / 2, stroke: 'none' }),
        ];
      }),
      ...optionMarks(series, prediction, sizes),
    ],
  }) as SVGSVGElement & Plot.Plot;
  const [scaleX, scaleY] = [svg.scale('x'), svg.scale('y')];
  const leftOf = (point: PlotPoint) => Number(scaleX?.apply(point.x) ?? 0);
  const topOf = (value: number) => Number(scaleY?.apply(value) ?? 0);
  labelLines(svg, series, { ...sizes, right, bottom: labels.margin, columns: values.length }, words, {
    leftOf,
    leftAt: (at) => Number(scaleX?.apply(at) ?? 0),
    topOf,
  });
  const points = series.flatMap((each) =>
    each.points.map((at) => ({ at, left: leftOf(at), top: topOf(at.summary.median) })),
  );
  return { svg, points };
}

/** Plot's names. Its `diamond` is narrower than the others. */
const symbols = { circle: 'circle', square: 'square', diamond: 'diamond2', triangle: 'triangle' } as const;

/** Room for a number of four digits, in letters' sizes. */
const TICK_WIDTH = 3.3;

/** The width of the lines that the dashes are meant for. */
const DASHED_LINE_PX = 2.6;

/** Dashes grow with their line, or a thick line looks solid. */
function dashOf(dash: string, line: number): string {
  const scaled = (length: string) => String((Number(length) * line) / DASHED_LINE_PX);
  return dash === 'none' ? dash : dash.split(' ').map(scaled).join(' ');
}

function medianOf({ summary }: PlotPoint): number {
  return summary.median;
}
