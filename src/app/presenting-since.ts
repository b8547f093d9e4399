/** Notes when presenting started, for the presenter's clock. */

/** The key of the stopwatch in session storage. */
export const STOPWATCH = 'statescope.stopwatch';

export function notePresentingSince(nowMs: number): void {
  try {
    sessionStorage.setItem(STOPWATCH, JSON.stringify({ passedMs: 0, startedAtMs: nowMs }));
  } catch {
    // Without storage, the clock starts when the presenter's window opens.
  }
}
