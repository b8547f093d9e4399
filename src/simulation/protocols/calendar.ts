/** Maps virtual time, in microseconds since a run began, to calendar time. */

/** 2 March 2026, 00:00:00 UTC, in seconds since 1970: 9 a.m. in Seoul on the first day of term. */
const EPOCH_UNIX_S = 1_772_409_600;

const MS_PER_S = 1_000;
const US_PER_MS = 1_000;
const US_PER_S = 1_000_000;
const S_PER_DAY = 86_400;

/** Seconds since 1970 (NumericDate, RFC 7519 §2), rounded down. */
export function unixSecondsAt(timeUs: number): number {
  return EPOCH_UNIX_S + Math.floor(timeUs / US_PER_S);
}

/** Milliseconds since 1970, rounded down. */
export function unixMillisecondsAt(timeUs: number): number {
  return EPOCH_UNIX_S * MS_PER_S + Math.floor(timeUs / US_PER_MS);
}

/** Virtual microseconds of a Unix time, which can have a fraction. */
export function timeUsAt(unixSeconds: number): number {
  return (unixSeconds - EPOCH_UNIX_S) * US_PER_S;
}

export interface CalendarTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** 0 to 6, from Sunday. */
  readonly weekday: number;
  /** Second of the day, 0 to 86,399. */
  readonly second: number;
}

/** UTC, in the proleptic Gregorian calendar. */
export function calendarTimeAt(timeUs: number): CalendarTime {
  const unixSeconds = unixSecondsAt(timeUs);
  const days = Math.floor(unixSeconds / S_PER_DAY);
  return { ...dateOf(days), weekday: modulo(days + THURSDAY, 7), second: unixSeconds - days * S_PER_DAY };
}

/** Weekday of 1 January 1970. */
const THURSDAY = 4;

const DAYS_PER_ERA = 146_097;
/** From 1 March of the year 0 to 1 January 1970. */
const DAYS_BEFORE_1970 = 719_468;

/**
 * Years start in March, so that the leap day comes last, and eras of 400 years are identical (Howard Hinnant,
 * chrono-Compatible Low-Level Date Algorithms, `civil_from_days`).
 */
function dateOf(daysSince1970: number): Pick<CalendarTime, 'year' | 'month' | 'day'> {
  const days = daysSince1970 + DAYS_BEFORE_1970;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
