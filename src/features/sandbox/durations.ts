/** Times as people write them: "250 ms", "2 h", "14 days", "1 h 30 min", "2시간". The text is untrusted. */
import { parseNumber } from '../../ui/parse-number.ts';

const MINUTE_US = 60_000_000;
const HOUR_US = 60 * MINUTE_US;
const DAY_US = 24 * HOUR_US;

export type TimeUnit = 'microseconds' | 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days';

export const unitsUs: Readonly<Record<TimeUnit, number>> = {
  microseconds: 1,
  milliseconds: 1_000,
  seconds: 1_000_000,
  minutes: MINUTE_US,
  hours: HOUR_US,
  days: DAY_US,
};

/** Both languages' spellings are read in either of them. */
const spellings: Readonly<Record<TimeUnit, readonly string[]>> = {
  microseconds: ['us', 'µs', 'μs', 'microsecond', 'microseconds', '마이크로초'],
  milliseconds: ['ms', 'millisecond', 'milliseconds', '밀리초'],
  seconds: ['s', 'sec', 'secs', 'second', 'seconds', '초'],
  minutes: ['m', 'min', 'mins', 'minute', 'minutes', '분'],
  hours: ['h', 'hr', 'hrs', 'hour', 'hours', '시간'],
  days: ['d', 'day', 'days', '일'],
};

const bySpelling = new Map(
  (Object.keys(spellings) as TimeUnit[]).flatMap((unit) =>
    spellings[unit].map((spelling) => [spelling, unit] as const),
  ),
);

const TEXT_LENGTH_MAX = 100;

/**
 * Whole microseconds; NaN for text that isn't a time.
 *
 * @param bare The unit of a number without one.
 */
export function readDuration(text: string, bare: TimeUnit): number {
  const plain = text.trim().toLowerCase();
  if (plain.length > TEXT_LENGTH_MAX) return Number.NaN;
  const isNegative = /^[-−]/.test(plain);
  const parts = (isNegative ? plain.slice(1) : plain).match(/[\d.,]+|[^\s\d.,]+/g) ?? [];
  const us = sumOf(parts, bare);
  // Not -0.
  return isNegative ? 0 - us : us;
}

/** Numbers and units in turn. Only a number alone can be without a unit. */
function sumOf(parts: readonly string[], bare: TimeUnit): number {
  if (parts.length === 1) return Math.round(parseNumber(parts[0] ?? '') * unitsUs[bare]);
  if (parts.length === 0 || parts.length % 2 === 1) return Number.NaN;
  let us = 0;
  for (let index = 0; index < parts.length; index += 2) {
    const unit = bySpelling.get(parts[index + 1] ?? '');
    us += unit === undefined ? Number.NaN : parseNumber(parts[index] ?? '') * unitsUs[unit];
  }
  return Math.round(us);
}

/** As it is read again: "30 s". */
export function writeDuration(us: number): string {
  const { value, unit } = inBestUnit(us);
  return `${value} ${spellings[unit][0]}`;
}

export interface Time {
  readonly value: number;
  readonly unit: TimeUnit;
}

/** A time as a number and the unit that a reader expects: 90 s, 2 h, 24 h, 14 days. */
export function inBestUnit(us: number): Time {
  const size = Math.abs(us);
  const unit = bestUnit(size);
  return { value: us / unitsUs[unit], unit };
}

function bestUnit(us: number): TimeUnit {
  if (us >= 2 * DAY_US && us % DAY_US === 0) return 'days';
  if (us >= HOUR_US && us % HOUR_US === 0) return 'hours';
  if (us >= 2 * MINUTE_US && us % MINUTE_US === 0) return 'minutes';
  if (us >= 1_000_000 || us === 0) return 'seconds';
  return us >= 1_000 ? 'milliseconds' : 'microseconds';
}
