/** A study's question on its plot: the lines that end before it, and the answers to choose from. */

import { nameOfPoints, readyMade, type StudyQuestion, studyQuestions } from '../../lab/studies.ts';
import type { PlotData, PlotPoint, Series } from './plot-data.ts';

/** An answer to choose from, as a place on the plot. */
export interface PlotOption {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly isTrue: boolean;
}

const letters = ['A', 'B', 'C'] as const;
/** Options are this far apart, as a share of their axis, so that their signs don't overlap. */
const GAP = 0.12;

/** The question of a ready-made study, as long as the measure that it's about is shown. */
export function questionOf({ study, measure }: Pick<PlotData, 'study' | 'measure'>): StudyQuestion | null {
  const name = nameOfPoints(study);
  return name !== null && readyMade[name].measure === measure ? studyQuestions[name] : null;
}

/** A question whose answer is hidden. */
export interface Prediction {
  readonly question: StudyQuestion;
  /** Empty until the runs are finished. */
  readonly options: readonly PlotOption[];
}

/** The plot with the lines that are asked about up to where the question begins. */
export function withheld(data: PlotData, prediction: Prediction | null): PlotData {
  if (prediction === null) return data;
  const { hides, lines, from } = prediction.question;
  const isHidden = ({ strategy }: Series) => hides === 'all' || strategy === lines[0];
  return {
    ...data,
    series: data.series.map((each) =>
      isHidden(each) ? { ...each, points: each.points.filter(({ x }) => Number(x) <= from) } : each,
    ),
  };
}

/**
 * The true answer and one or two others, from what a reader could expect: the line goes on as it did, or stays where it
 * is, or becomes like another. Empty where no others are far enough from the true one.
 */
export function optionsOf(data: PlotData, question: StudyQuestion): readonly PlotOption[] {
  const asked = data.series.find(({ strategy }) => strategy === question.lines[0]);
  if (asked === undefined) return [];
  const shown = asked.points.filter(({ x }) => Number(x) <= question.from);
  const hidden = asked.points.filter(({ x }) => Number(x) > question.from);
  const { asks } = question;
  const places =
    asks.kind === 'measure'
      ? measureOptions(data, asked, { shown, at: asks.at })
      : axisOptions({ shown, hidden, reaches: asks.reaches });
  if (places.length < 2) return [];
  const [answer] = places;
  return [...places]
    .sort((one, other) => (asks.kind === 'measure' ? one.y - other.y : one.x - other.x))
    .map((place, index) => ({ ...place, letter: letters[index] ?? '', isTrue: place === answer }));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Values of the measure at one value of the axis. The true one is the first. */
function measureOptions(
  { series, high }: PlotData,
  asked: Series,
  { shown, at }: { readonly shown: readonly PlotPoint[]; readonly at: number },
): readonly Place[] {
  const valueAt = ({ points }: Series) => points.find(({ x }) => x === at)?.summary.median;
  const answer = valueAt(asked);
  if (answer === undefined) return [];
  const last = shown.at(-1)?.summary.median ?? 0;
  const others = series.filter((each) => each !== asked).map(valueAt);
  const expected = [continued(shown, at), last, ...others, 2 * answer, answer / 2];
  const rounded = expected.flatMap((value) =>
    value === undefined || value < 0 ? [] : Number(value.toPrecision(2)),
  );
  return distinct([Number(answer.toPrecision(2)), ...rounded], GAP * high).map((y) => ({ x: at, y }));
}

/** Values of the axis at which the measure reaches a value. The true one is the first. */
function axisOptions({
  shown,
  hidden,
  reaches,
}: {
  readonly shown: readonly PlotPoint[];
  readonly hidden: readonly PlotPoint[];
  readonly reaches: number;
}): readonly Place[] {
  const first = shown.at(-1);
  const end = hidden.at(-1);
  if (first === undefined || end === undefined) return [];
  const isRise = first.summary.median < reaches;
  const answer = hidden.find(({ summary }) =>
    isRise ? summary.median >= reaches : summary.median <= reaches,
  );
  if (answer === undefined) return [];
  const columns = hidden.map(({ x }) => Number(x));
  const nearest = (value: number) =>
    columns.reduce((one, other) => (Math.abs(other - value) < Math.abs(one - value) ? other : one));
  const span = Number(end.x) - Number(shown[0]?.x ?? 0);
  const expected = [reachedBy(shown, reaches), Number(end.x), ...columns].map(nearest);
  return distinct([Number(answer.x), ...expected], GAP * span).map((x) => ({ x, y: reaches }));
}

/** Where the line through the last two points is at `x`. */
function continued(shown: readonly PlotPoint[], x: number): number | undefined {
  const line = lineThrough(shown);
  return line === null ? undefined : line.y + line.slope * (x - line.x);
}

/** Where the line through the last two points reaches a value. The first point, if it never does. */
function reachedBy(shown: readonly PlotPoint[], value: number): number {
  const line = lineThrough(shown);
  if (line === null || line.slope === 0) return Number(shown[0]?.x ?? 0);
  return line.x + (value - line.y) / line.slope;
}

function lineThrough(shown: readonly PlotPoint[]) {
  const [one, other] = shown.slice(-2);
  if (one === undefined || other === undefined) return null;
  const [x, y] = [Number(other.x), other.summary.median];
  return { x, y, slope: (y - one.summary.median) / (x - Number(one.x)) };
}

/** The first value, and further ones that are at least `gap` from each value before them. */
function distinct(values: readonly number[], gap: number): readonly number[] {
  const taken: number[] = [];
  for (const value of values) {
    if (taken.length < letters.length && taken.every((each) => Math.abs(each - value) >= gap)) {
      taken.push(value);
    }
  }
  return taken;
}
