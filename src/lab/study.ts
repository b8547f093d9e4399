/**
 * A study: which parameters are swept, over which values, under which strategies, and how often each point is
 * simulated. Plain JSON, so that it fits into an address and a file, and every reader gets the same numbers from it.
 */
import { type StrategyId, strategyIds } from '../simulation/strategies/strategies.ts';
import { type MeasureId, measureIds } from './measures.ts';
import { type ParameterId, type ParameterValue, parameters, type Settings } from './parameters.ts';
import type { ScriptId } from './scripts.ts';

export interface Axis {
  readonly parameter: ParameterId;
  readonly values: readonly ParameterValue[];
}

export interface Study {
  /** One for lines, two for a heat map. */
  readonly axes: readonly Axis[];
  /** Each strategy is a line, or a heat map of its own. */
  readonly strategies: readonly StrategyId[];
  readonly script: ScriptId;
  /** Parameters that stay the same. What is missing has its default. */
  readonly settings: Settings;
  /** What is shown first. Every run measures everything. */
  readonly measure: MeasureId;
  readonly runsPerPoint: number;
  readonly seed: number;
}

/** One strategy at one value of each axis. */
export interface Point {
  /** Its place in the list of all points. */
  readonly index: number;
  readonly strategy: StrategyId;
  /** A value for each axis. */
  readonly at: readonly ParameterValue[];
}

export const defaultStudy: Study = {
  axes: [{ parameter: 'crashesPerMinute', values: range(0, 12, 1) }],
  strategies: strategyIds,
  script: 'account',
  settings: {},
  measure: measureIds[0],
  runsPerPoint: 20,
  seed: 2026,
};

/** All points in order: by strategy, then by the first axis, then by the second. */
export function pointsOf({ strategies, axes }: Pick<Study, 'strategies' | 'axes'>): readonly Point[] {
  const places = axes.reduce<readonly (readonly ParameterValue[])[]>(
    (before, { values }) => before.flatMap((at) => values.map((value) => [...at, value])),
    [[]],
  );
  return strategies.flatMap((strategy, group) =>
    places.map((at, place) => ({ index: group * places.length + place, strategy, at })),
  );
}

export function pointCount({ strategies, axes }: Pick<Study, 'strategies' | 'axes'>): number {
  return axes.reduce((product, { values }) => product * values.length, strategies.length);
}

export function runCount(study: Pick<Study, 'strategies' | 'axes' | 'runsPerPoint'>): number {
  return pointCount(study) * study.runsPerPoint;
}

/** A point's settings: those of the study, and its own values. */
export function settingsAt({ settings, axes }: Pick<Study, 'settings' | 'axes'>, { at }: Point): Settings {
  const own = axes.map(({ parameter }, index) => [parameter, at[index] ?? parameters[parameter].default]);
  return { ...settings, ...Object.fromEntries(own) };
}

/**
 * From `from` to `to`, both inclusive. Each value is rounded to the decimals of the numbers given, so that 0.1 + 0.2 is
 * 0.3. The caller bounds the number of values.
 */
export function range(from: number, to: number, step: number): number[] {
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  const decimals = Math.max(decimalsOf(from), decimalsOf(step));
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number((from + index * step).toFixed(decimals)),
  );
}

/** At most six. */
function decimalsOf(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return Math.min(6, fraction.length);
}
