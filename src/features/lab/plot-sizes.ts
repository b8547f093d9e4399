/** The sizes and the words of a plot's picture. */
import type { ParameterValue } from '../../lab/parameters.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import type { Series } from './plot-data.ts';
import type { Prediction } from './prediction.ts';

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
  /** Null where nothing is asked. */
  readonly prediction: Prediction | null;
}

export interface PlotWords {
  readonly axis: string;
  nameOf(series: Series): string;
  valueOf(value: number): string;
  /** A value of the measure on its axis, where the unit is in the title. */
  numberOf(value: number): string;
  /** A value of the first axis. */
  tickOf(value: ParameterValue): string;
  readonly zero: string;
}

/** Of a picture, in letters' sizes. */
export const LEFT_MARGIN = 3.4;

/**
 * Names of choices take several lines where they would overlap. All lengths are in letters' sizes.
 *
 * @param columnPx Null for numbers, which are short.
 */
export function choiceLabels(columnPx: number | null, font: number): { margin: number; lineWidth: number } {
  return columnPx === null
    ? { margin: 3.2, lineWidth: Number.POSITIVE_INFINITY }
    : { margin: 5.2, lineWidth: Math.max(2, columnPx / font - 0.5) };
}
