/** Units of a form's numbers, and their conversion to the simulation's units. */
import type { Problem } from '../../simulation/validation/check.ts';
import { parseNumber } from '../../ui/parse-number.ts';
import { inBestUnit, readDuration, type TimeUnit, unitsUs } from './durations.ts';

/** `budget`: per hundred, as the simulation counts it. */
export type Unit = 'one' | 'seconds' | 'milliseconds' | 'percent' | 'budget' | 'won';

/** Microseconds, and parts per million. */
const scales: Readonly<Record<Unit, number>> = {
  one: 1,
  won: 1,
  budget: 1,
  seconds: 1_000_000,
  milliseconds: 1_000,
  percent: 10_000,
};

export function isTime(unit: Unit): unit is Extract<Unit, TimeUnit> {
  return unit === 'seconds' || unit === 'milliseconds';
}

function inUnit(value: number, unit: Unit): number {
  return value / scales[unit];
}

/** How a field shows its value: long times with a unit, everything else as a number in the field's own. */
export function shownIn(value: number, unit: Unit, words: (value: number, unit: TimeUnit) => string): string {
  if (!isTime(unit)) return String(inUnit(value, unit));
  const best = inBestUnit(value);
  const isLong = unitsUs[best.unit] > unitsUs.seconds;
  return isLong ? words(best.value, best.unit) : String(inUnit(value, unit));
}

/** NaN for text that isn't a number. */
export function fromUnit(text: string, unit: Unit): number {
  if (isTime(unit)) return readDuration(text, unit);
  const isWhole = scales[unit] === 1;
  const value = parseNumber(text, { isWhole }) * scales[unit];
  return isWhole ? value : Math.round(value);
}

/** A problem of a number, converted to the unit that the reader types. Times stay in microseconds. */
export function problemIn(problem: Problem, unit: Unit): Problem {
  const { field, allowed } = problem;
  if (allowed.kind !== 'whole-number' || isTime(unit)) return problem;
  const [min, max] = [inUnit(allowed.min, unit), inUnit(allowed.max, unit)];
  return { field, allowed: { kind: 'whole-number', min, max } };
}
