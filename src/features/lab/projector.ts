/** What stands out while presenting: two lines of a plot, or one heat map. */
import { nameOfPoints, studyQuestions } from '../../lab/studies.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { type Cursor, pointAt } from './cursor.ts';
import { lastOf, type PlotData, type Series } from './plot-data.ts';

/**
 * The lines that are grey. In colour are the two that the study's question is about, or the line of the cursor and the one
 * that ends farthest from it.
 */
export function mutedLines(data: PlotData, cursor: Cursor): ReadonlySet<StrategyId> {
  const name = nameOfPoints(data.study);
  const asked: readonly StrategyId[] = name === null ? [] : studyQuestions[name].lines;
  const chosen =
    lineOf(data, pointAt(data, cursor)?.point.strategy) ?? lineOf(data, asked[0]) ?? data.series[0];
  if (chosen === undefined) return new Set();
  const distance = (each: Series) => Math.abs(endOf(each) - endOf(chosen));
  const others = data.series
    .filter((each) => each !== chosen)
    .sort((one, other) => distance(other) - distance(one));
  const contrast = others.find(({ strategy }) => asked.includes(strategy)) ?? others[0];
  return new Set(others.filter((each) => each !== contrast).map(({ strategy }) => strategy));
}

interface MapChoice {
  /** Null until the presenter chooses a map. */
  readonly picked: StrategyId | null;
  readonly cursor: Cursor;
}

/** The strategy whose heat map is shown. The cursor is in one that was looked at before presenting. */
export function projectedLine(data: PlotData, { picked, cursor }: MapChoice): Series | undefined {
  return lineOf(data, picked) ?? lineOf(data, pointAt(data, cursor)?.point.strategy) ?? data.series[0];
}

function lineOf({ series }: PlotData, strategy: StrategyId | null | undefined): Series | undefined {
  return series.find((each) => each.strategy === strategy);
}

function endOf(series: Series): number {
  return lastOf(series)?.summary.median ?? 0;
}
