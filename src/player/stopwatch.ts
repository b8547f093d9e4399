/** A stopwatch as a value. Its display follows from the value and the present time alone. */

export interface Stopwatch {
  /** Elapsed time when it was last stopped. */
  readonly passedMs: number;
  /** Wall time at which it was started; null while it's stopped. */
  readonly startedAtMs: number | null;
}

export const zeroStopwatch: Stopwatch = { passedMs: 0, startedAtMs: null };

export function elapsedMs({ passedMs, startedAtMs }: Stopwatch, nowMs: number): number {
  // The wall clock can be set back.
  return passedMs + (startedAtMs === null ? 0 : Math.max(0, nowMs - startedAtMs));
}

/** Starts or stops it. */
export function toggled(stopwatch: Stopwatch, nowMs: number): Stopwatch {
  return stopwatch.startedAtMs === null
    ? { ...stopwatch, startedAtMs: nowMs }
    : { passedMs: elapsedMs(stopwatch, nowMs), startedAtMs: null };
}

/** Back to zero. A running stopwatch keeps running. */
export function reset({ startedAtMs }: Stopwatch, nowMs: number): Stopwatch {
  return { passedMs: 0, startedAtMs: startedAtMs === null ? null : nowMs };
}

/** `4:05`, or `1:04:05` from an hour on. */
export function shownTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h === 0 ? `${m}:${two(s)}` : `${h}:${two(m)}:${two(s)}`;
}
