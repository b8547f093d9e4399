/** For what the page will want, and does not want yet. */

/** Where a browser cannot tell when it is idle, by then the stage has been drawn. */
const DRAWN_MS = 200;

/** @returns Calls it off. */
export function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(then, DRAWN_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(then, { timeout: 1_000 });
  return () => cancelIdleCallback(handle);
}
