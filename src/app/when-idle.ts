/** Schedules work for idle time. */

/** Fallback delay for browsers without requestIdleCallback. By then the stage has been painted. */
const DRAWN_MS = 200;

/** @returns Cancels it. */
export function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(then, DRAWN_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(then, { timeout: 1_000 });
  return () => cancelIdleCallback(handle);
}
