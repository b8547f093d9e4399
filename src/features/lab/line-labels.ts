/** The names of lines with their last values: at the right, or where a line ends before the others. */
import { measurer } from '../../ui/measure-text.ts';
import { endLabels, freePlace, type Segment } from './direct-labels.ts';
import { isZero, lastOf, type PlotPoint, type Series } from './plot-data.ts';
import { LEFT_MARGIN, type PlotSizes, type PlotWords } from './plot-sizes.ts';
import { seriesStyle } from './series.ts';

const LABEL_WEIGHT = 650;
/** Between a line's end, or the circle of an answer there, and its label, in letters' sizes. */
const LABEL_GAP = 1;
/** Height of a label, in letters' sizes. */
const LABEL_HEIGHT = 1.3;

interface Scales {
  leftOf(point: PlotPoint): number;
  leftAt(x: number): number;
  topOf(value: number): number;
}

interface LabelSizes extends PlotSizes {
  /** The margins: pixels at the right, and letters' sizes below. */
  readonly right: number;
  readonly bottom: number;
  readonly columns: number;
}

/** Room for the longest label at the right of the lines. */
export function widthOfLabels(
  series: readonly Series[],
  { width, font, hasValues }: PlotSizes,
  words: PlotWords,
): number {
  const measure = measurer();
  const widths = series.map((each) => measure(wordsOf(each, hasValues, words), font, LABEL_WEIGHT));
  return Math.min(width / 2, Math.max(0, ...widths) + font * (LABEL_GAP + 0.3));
}

export function labelLines(
  svg: SVGSVGElement,
  series: readonly Series[],
  sizes: LabelSizes,
  words: PlotWords,
  scales: Scales,
): void {
  const { width, height, right, bottom, columns, font, prediction } = sizes;
  const gap = Math.max(17, font * LABEL_HEIGHT);
  // In the first round of runs a line may not reach its end yet. A label there would name another line.
  const lastColumn =
    prediction === null ? Math.max(...series.map((each) => lastOf(each)?.column ?? 0)) : columns - 1;
  const reachesEnd = (each: Series) => lastOf(each)?.column === lastColumn;
  const ends = series.filter(reachesEnd).map((name) => ({ name, y: topOfEnd(name, scales) }));
  for (const { names, y } of endLabels(ends, gap, height - font * bottom)) {
    const shared = names.every(isZero) ? words.zero : valueWords(names[0], words);
    names.forEach((each, index) => {
      // Lines that end together share the value, beside the last name.
      const value = index === names.length - 1 ? shared : null;
      write(svg, each, { x: width - right + font * LABEL_GAP, y: y + index * gap, value }, sizes, words);
    });
  }
  if (prediction === null) return;
  const cut = series.filter((each) => lastOf(each) !== undefined && !reachesEnd(each));
  labelCuts(svg, cut, segmentsOf(series, sizes, scales), { ...sizes, gap }, words, scales);
}

/** Where lines end before the question, and no line crosses their names. */
function labelCuts(
  svg: SVGSVGElement,
  cut: readonly Series[],
  segments: readonly Segment[],
  sizes: LabelSizes & { readonly gap: number },
  words: PlotWords,
  scales: Scales,
): void {
  const [first] = cut;
  const end = first === undefined ? undefined : lastOf(first);
  if (end === undefined) return;
  const { width, height, right, bottom, font, gap, hasValues } = sizes;
  const measure = measurer();
  const widthOf = (each: Series) =>
    measure(`${words.nameOf(each)}${hasValues ? ` ${valueWords(each, words)}` : ''}`, font, LABEL_WEIGHT);
  const tops = cut.map((each) => topOfEnd(each, scales));
  const block = { width: Math.max(...cut.map(widthOf)), height: cut.length * gap };
  const left = font * (LEFT_MARGIN + 0.4);
  const { x, y } = freePlace(
    { x: scales.leftOf(end), y: (Math.min(...tops) + Math.max(...tops)) / 2 },
    block,
    {
      segments,
      area: { x: left, y: font / 2, width: width - right - left, height: height - font * (bottom + 0.5) },
      distance: font * 0.7,
    },
  );
  cut
    .toSorted((one, other) => topOfEnd(one, scales) - topOfEnd(other, scales))
    .forEach((each, index) => {
      const middle = y + (index + 0.5) * gap;
      write(svg, each, { x, y: middle, value: valueWords(each, words) }, sizes, words);
    });
}

/** All lines of the plot, and the dotted ones to the answers. */
function segmentsOf(
  series: readonly Series[],
  { prediction }: PlotSizes,
  { leftOf, topOf, leftAt }: Scales,
): Segment[] {
  const lines = series.map(({ points }) =>
    points.map((point) => ({ x: leftOf(point), y: topOf(point.summary.median) })),
  );
  const asked = series.findIndex(({ strategy }) => strategy === prediction?.question.lines[0]);
  const from = lines[asked]?.at(-1);
  const dotted = (prediction?.options ?? []).flatMap(({ x, y }) =>
    from === undefined ? [] : [[from, { x: leftAt(x), y: topOf(y) }]],
  );
  return [...lines, ...dotted].flatMap((places) =>
    places.slice(1).flatMap((to, index): Segment[] => {
      const before = places[index];
      return before === undefined ? [] : [[before, to]];
    }),
  );
}

function topOfEnd(series: Series, { topOf }: Scales): number {
  return topOf(lastOf(series)?.summary.median ?? 0);
}

function write(
  svg: SVGSVGElement,
  series: Series,
  { x, y, value }: { readonly x: number; readonly y: number; readonly value: string | null },
  { font, hasValues, muted }: PlotSizes,
  words: PlotWords,
): void {
  const { ownerDocument } = svg;
  const text = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'text');
  const colour = muted.has(series.strategy) ? 'var(--ink-2)' : seriesStyle(series.strategy).colour;
  setAttributes(text, {
    x,
    y: y + font * 0.35,
    'text-anchor': 'start',
    'font-weight': LABEL_WEIGHT,
    fill: colour,
    // A halo, for a label that lies on another line.
    stroke: 'var(--surface)',
    'stroke-width': font * 0.25,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });
  text.textContent = words.nameOf(series);
  if (hasValues && value !== null) {
    const span = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'tspan');
    setAttributes(span, { fill: 'var(--ink-2)', 'font-weight': 500 });
    span.textContent = ` ${value}`;
    text.append(span);
  }
  svg.append(text);
}

function setAttributes(element: SVGElement, all: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, String(value));
}

function valueWords(series: Series | undefined, words: PlotWords): string {
  return words.valueOf((series === undefined ? undefined : lastOf(series))?.summary.median ?? 0);
}

function wordsOf(each: Series, hasValues: boolean, words: PlotWords): string {
  const value = isZero(each) ? words.zero : valueWords(each, words);
  return hasValues ? `${words.nameOf(each)} ${value}` : words.nameOf(each);
}
