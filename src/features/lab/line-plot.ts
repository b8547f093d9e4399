/** The picture of lines with bands, drawn by Observable Plot, with labels of our own. */
import * as Plot from '@observablehq/plot';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { measurer } from '../../ui/measure-text.ts';
import { endLabels } from './direct-labels.ts';
import { isZero, lastOf, type PlotData, type PlotPoint, type Series } from './plot-data.ts';
import { ticksIn } from './round-ticks.ts';
import { seriesStyle } from './series.ts';

export interface PlotSizes {
  readonly width: number;
  readonly height: number;
  readonly font: number;
  readonly line: number;
  readonly mark: number;
  readonly bandOpacity: number;
  readonly ticks: number;
  /** Few ticks are legible from the back row, and at round values. Null where there can be many. */
  readonly ticksMax: number | null;
  readonly hasValues: boolean;
  /** Strategies that are only context: a thin grey line. */
  readonly muted: ReadonlySet<StrategyId>;
}

export interface PlotWords {
  readonly axis: string;
  nameOf(series: Series): string;
  valueOf(value: number): string;
  readonly zero: string;
}

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
  const { width, height, font, line, mark, bandOpacity } = sizes;
  const right = widthOfLabels(series, sizes, words);
  const values = study.axes[0]?.values ?? [];
  const isNumeric = values.every((value) => typeof value === 'number');
  const [low, top] = [Math.min(...(values as number[])), Math.max(...(values as number[]))];
  const { ticksMax } = sizes;
  const ticksX =
    ticksMax === null ? Math.min(values.length, width / (font * 5)) : ticksIn(low, top, ticksMax);
  const ticksY = ticksMax === null ? sizes.ticks : ticksIn(0, high > 0 ? high : 1, ticksMax);
  const x = (point: PlotPoint) => point.x;
  const loud = series.filter(({ strategy }) => !sizes.muted.has(strategy));
  const quiet = series.filter(({ strategy }) => sizes.muted.has(strategy));
  const svg = Plot.plot({
    width,
    height,
    marginLeft: font * 3.4,
    marginRight: right,
    marginTop: font,
    marginBottom: font * 3.2,
    style: { background: 'none', fontSize: `${font}px`, fontFamily: 'inherit', color: 'var(--ink-2)' },
    x: isNumeric ? { type: 'linear', domain: [low, top] } : { type: 'point', domain: values, padding: 0.3 },
    y: { domain: [0, high > 0 ? high : 1], nice: true },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: ticksY }),
      Plot.axisY({ ticks: ticksY, tickSize: 0, label: null, fontSize: font, fill: 'var(--ink-2)' }),
      Plot.axisX({
        ...(isNumeric && { ticks: ticksX }),
        tickSize: 5,
        tickPadding: Math.max(3, font * 0.3),
        label: words.axis,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: font * 2.9,
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
        Plot.lineY(each.points, { x, y: medianOf, stroke: 'var(--off)', strokeWidth: line / 2.25 }),
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
          Plot.dot(each.points, { x, y, fill: colour, symbol, r: mark / 2, stroke: 'none' }),
        ];
      }),
    ],
  }) as SVGSVGElement & Plot.Plot;
  const [scaleX, scaleY] = [svg.scale('x'), svg.scale('y')];
  const leftOf = (point: PlotPoint) => Number(scaleX?.apply(point.x) ?? 0);
  const topOf = (value: number) => Number(scaleY?.apply(value) ?? 0);
  labelLines(svg, series, { ...sizes, right }, words, topOf);
  const points = series.flatMap((each) =>
    each.points.map((at) => ({ at, left: leftOf(at), top: topOf(at.summary.median) })),
  );
  return { svg, points };
}

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

const LABEL_WEIGHT = 650;
/** Between a line's end and its label, in letters' sizes. */
const LABEL_GAP = 0.8;

/** Room for the longest label at the right of the lines. */
function widthOfLabels(
  series: readonly Series[],
  { width, font, hasValues }: PlotSizes,
  words: PlotWords,
): number {
  const measure = measurer();
  const widths = series.map((each) => {
    const value = isZero(each) ? words.zero : words.valueOf(lastOf(each)?.summary.median ?? 0);
    return measure(`${words.nameOf(each)}${hasValues ? ` ${value}` : ''}`, font, LABEL_WEIGHT);
  });
  return Math.min(width / 2, Math.max(0, ...widths) + font * (LABEL_GAP + 0.3));
}

function labelLines(
  svg: SVGSVGElement,
  series: readonly Series[],
  { width, height, right, font, hasValues, muted }: PlotSizes & { readonly right: number },
  words: PlotWords,
  topOf: (value: number) => number,
): void {
  // In the first round of runs a line may not reach its end yet. A label there would name another line.
  const lastColumn = Math.max(...series.map((each) => lastOf(each)?.column ?? 0));
  const ends = series.flatMap((each) => {
    const last = lastOf(each);
    return last?.column === lastColumn ? [{ name: each, y: topOf(last.summary.median) }] : [];
  });
  const gap = Math.max(17, font * 1.3);
  for (const label of endLabels(ends, gap, height - font * 3.2)) {
    label.names.forEach((each, index) => {
      const last = lastOf(each);
      const text = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'text');
      text.setAttribute('x', String(width - right + font * LABEL_GAP));
      text.setAttribute('y', String(label.y + index * gap + font * 0.35));
      text.setAttribute('text-anchor', 'start');
      text.setAttribute('font-weight', String(LABEL_WEIGHT));
      text.setAttribute(
        'fill',
        muted.has(each.strategy) ? 'var(--ink-2)' : seriesStyle(each.strategy).colour,
      );
      text.textContent = words.nameOf(each);
      // Lines that end together share the value, beside the last name.
      if (hasValues && last !== undefined && index === label.names.length - 1) {
        const value = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'tspan');
        value.setAttribute('fill', 'var(--ink-2)');
        value.setAttribute('font-weight', '500');
        value.textContent = ` ${label.names.every(isZero) ? words.zero : words.valueOf(last.summary.median)}`;
        text.append(value);
      }
      svg.append(text);
    });
  }
}
