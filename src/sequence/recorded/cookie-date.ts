/** Reads the date of a cookie's Expires attribute (RFC 6265 §5.1.1): tolerant of order and separators. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DELIMITER = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/;
const DAY = /^(\d{1,2})(?:\D|$)/;
const YEAR = /^(\d{2,4})(?:\D|$)/;

/** @returns Milliseconds since 1970, or null for what the algorithm calls a failure. */
export function readCookieDate(text: string): number | null {
  let time: readonly number[] | null = null;
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;
  for (const token of text.split(DELIMITER)) {
    const clock: RegExpExecArray | null = time === null ? TIME.exec(token) : null;
    const name = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
    if (clock !== null) time = clock.slice(1, 4).map(Number);
    else if (day === null && DAY.test(token)) day = Number(DAY.exec(token)?.[1]);
    else if (month === null && name >= 0) month = name;
    else if (year === null && YEAR.test(token)) year = Number(YEAR.exec(token)?.[1]);
  }
  if (time === null || day === null || month === null || year === null) return null;
  const fullYear = year >= 70 && year <= 99 ? year + 1900 : year <= 69 ? year + 2000 : year;
  const [hours = 0, minutes = 0, seconds = 0] = time;
  if (day < 1 || day > 31 || fullYear < 1601 || hours > 23 || minutes > 59 || seconds > 59) return null;
  const date = new Date(Date.UTC(fullYear, month, day, hours, minutes, seconds));
  // The 30th of February doesn't exist.
  return date.getUTCDate() === day ? date.getTime() : null;
}
