/** Schedules work for idle time. */

/** Fallback delay for browsers without requestIdleCallback. By then the stage has been painted. */
const DRAWN_MS = 200;
/** A page that is never idle does it after this time. */
const BUSY_MS = 10_000;

/** @returns Cancels it. */
export function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(then, DRAWN_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(then, { timeout: BUSY_MS });
  return () => cancelIdleCallback(handle);
}
