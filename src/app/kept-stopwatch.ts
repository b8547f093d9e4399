/**
 * The presenter's stopwatch in the session storage. The audience's window starts it when presenting starts, and the
 * presenter's window begins with a copy.
 */
import type { Stopwatch } from '../player/stopwatch.ts';
import { readJson, writeText } from '../url/text-store.ts';

const STOPWATCH = 'statescope.stopwatch';

/** Not checked: an earlier version may have written it. */
export function keptStopwatch(): unknown {
  return readJson('sessionStorage', STOPWATCH);
}

export function keepStopwatch(stopwatch: Stopwatch): void {
  writeText('sessionStorage', STOPWATCH, JSON.stringify(stopwatch));
}

export function notePresentingSince(nowMs: number): void {
  keepStopwatch({ passedMs: 0, startedAtMs: nowMs });
}
