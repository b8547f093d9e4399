/** Dates as HTTP writes them: IMF-fixdate, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). */
import { calendarTimeAt, timeUsAt } from './calendar.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const SECOND_US = 1_000_000;

/** What `Expires` says of a deleted cookie: past for every client, whatever its clock (RFC 6265 §3.1). */
export const LONG_PAST_US = timeUsAt(0);

let latest = { second: Number.NaN, text: '' };

/**
 * What is said within one second bears one date, which is not written anew each time.
 *
 * @param timeUs Virtual microseconds; a fraction of a second is left out.
 */
export function httpDate(timeUs: number): string {
  const second = Math.floor(timeUs / SECOND_US);
  if (second !== latest.second) latest = { second, text: written(timeUs) };
  return latest.text;
}

function written(timeUs: number): string {
  const { year, month, day, weekday, second } = calendarTimeAt(timeUs);
  const date = `${twoDigits(day)} ${months[month - 1]} ${String(year).padStart(4, '0')}`;
  const hour = Math.floor(second / 3_600);
  const minute = Math.floor(second / 60) % 60;
  return `${weekdays[weekday]}, ${date} ${[hour, minute, second % 60].map(twoDigits).join(':')} GMT`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
