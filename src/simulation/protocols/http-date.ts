/** HTTP dates: IMF-fixdate, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). */
import { calendarTimeAt, timeUsAt, unixSecondsAt } from './calendar.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const S_PER_DAY = 86_400;

/** `Expires` of a deleted cookie: in the past for any client clock (RFC 6265 §3.1). */
export const LONG_PAST_US = timeUsAt(0);

/** Cached per second, then per day. */
const latest = { second: Number.NaN, date: '', day: Number.NaN, dayText: '' };

/** @param timeUs Virtual microseconds; truncated to whole seconds. */
export function httpDate(timeUs: number): string {
  const second = unixSecondsAt(timeUs);
  if (second !== latest.second) {
    const day = Math.floor(second / S_PER_DAY);
    if (day !== latest.day) {
      latest.day = day;
      latest.dayText = dayOf(timeUs);
    }
    latest.second = second;
    latest.date = `${latest.dayText} ${timeOfDay(second - day * S_PER_DAY)} GMT`;
  }
  return latest.date;
}

function dayOf(timeUs: number): string {
  const { year, month, day, weekday } = calendarTimeAt(timeUs);
  return `${weekdays[weekday]}, ${twoDigits(day)} ${months[month - 1]} ${String(year).padStart(4, '0')}`;
}

function timeOfDay(second: number): string {
  const hour = Math.floor(second / 3_600);
  const minute = Math.floor(second / 60) % 60;
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second % 60)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
