/** What a plot shows, computed from the runs so far. */
import { type MeasureId, measureIndex } from '../../lab/measures.ts';
import type { ParameterValue } from '../../lab/parameters.ts';
import type { ResultsSnapshot, Summary } from '../../lab/results.ts';
import { type Point, pointsOf, type Study } from '../../lab/study.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';

export interface PlotPoint {
  readonly point: Point;
  /** The position on each axis. The second is 0 without a second axis. */
  readonly column: number;
  readonly row: number;
  readonly x: ParameterValue;
  readonly y: ParameterValue | null;
  readonly summary: Summary;
}

export interface Series {
  readonly strategy: StrategyId;
  readonly points: readonly PlotPoint[];
}

export interface PlotData {
  readonly study: Study;
  readonly measure: MeasureId;
  readonly series: readonly Series[];
  /** Runs behind each point. */
  readonly runs: number;
  /** The largest value that a band reaches. */
  readonly high: number;
}

export function plotDataOf(results: ResultsSnapshot, measure: MeasureId): PlotData {
  const { study } = results;
  const rows = study.axes[1]?.values.length ?? 1;
  const index = measureIndex(measure);
  const perStrategy = results.points / study.strategies.length;
  const all = pointsOf(study).flatMap((point): PlotPoint[] => {
    const summary = results.summaryOf(point.index, index);
    if (summary === null) return [];
    const place = point.index % perStrategy;
    return [
      {
        point,
        column: Math.floor(place / rows),
        row: place % rows,
        x: point.at[0] ?? 0,
        y: point.at[1] ?? null,
        summary,
      },
    ];
  });
  return {
    study,
    measure,
    series: study.strategies.map((strategy) => ({
      strategy,
      points: all.filter((each) => each.point.strategy === strategy),
    })),
    runs: Math.max(1, results.rounds),
    high: all.reduce((most, { summary }) => Math.max(most, summary.high), 0),
  };
}

export function lastOf({ points }: Series): PlotPoint | undefined {
  return points.at(-1);
}

/** Whether a measure was 0 in every run of a line. */
export function isZero({ points }: Series): boolean {
  return points.every(({ summary }) => summary.median === 0 && summary.high === 0);
}
