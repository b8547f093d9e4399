/** The answers to a study's question, on its plot: dotted lines from where the line ends to circles with letters. */
import * as Plot from '@observablehq/plot';
import { lastOf, type Series } from './plot-data.ts';
import type { PlotOption, Prediction } from './prediction.ts';
import { seriesStyle } from './series.ts';

interface OptionSizes {
  readonly font: number;
  readonly line: number;
}

export function optionMarks(
  series: readonly Series[],
  prediction: Prediction | null,
  { font, line }: OptionSizes,
): readonly Plot.Markish[] {
  const options = prediction?.options ?? [];
  const asked = series.find(({ strategy }) => strategy === prediction?.question.lines[0]);
  const last = asked === undefined ? undefined : lastOf(asked);
  if (asked === undefined || last === undefined || options.length === 0) return [];
  const { colour } = seriesStyle(asked.strategy);
  const from = { x: Number(last.x), y: last.summary.median };
  const place = { x: 'x', y: 'y' } as const;
  return [
    ...options.map((option) =>
      Plot.line([from, option], {
        ...place,
        stroke: colour,
        strokeWidth: line / 1.6,
        strokeDasharray: `0 ${line * 1.5}`,
        strokeLinecap: 'round',
      }),
    ),
    Plot.dot(options, {
      ...place,
      r: font * 0.62,
      fill: 'var(--surface)',
      stroke: colour,
      strokeWidth: line / 2,
    }),
    Plot.text(options, {
      ...place,
      text: ({ letter }: PlotOption) => letter,
      fill: colour,
      fontSize: font * 0.85,
      fontWeight: 750,
    }),
  ];
}
