/** Units of a form's numbers, and their conversion to the simulation's units. */
import type { Problem } from '../../simulation/validation/check.ts';

export type Unit = 'one' | 'seconds' | 'milliseconds' | 'percent' | 'won';

/** Microseconds, and parts per million. */
const scales: Readonly<Record<Unit, number>> = {
  one: 1,
  won: 1,
  seconds: 1_000_000,
  milliseconds: 1_000,
  percent: 10_000,
};

export function inUnit(value: number, unit: Unit): number {
  return value / scales[unit];
}

/** NaN for text that isn't a number. */
export function fromUnit(text: string, unit: Unit): number {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(plain)) return Number.NaN;
  const value = Number(plain) * scales[unit];
  return scales[unit] === 1 ? value : Math.round(value);
}

/** A problem of a number, converted to the unit that the reader types. */
export function problemIn(problem: Problem, unit: Unit): Problem {
  const { field, allowed } = problem;
  if (allowed.kind !== 'whole-number') return problem;
  const [min, max] = [inUnit(allowed.min, unit), inUnit(allowed.max, unit)];
  return { field, allowed: { kind: 'whole-number', min, max } };
}
