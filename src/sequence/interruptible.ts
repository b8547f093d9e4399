/** Work in pieces, so that a page can paint and answer between two of them. */

/** Yields wherever it may pause. Its pieces should take a millisecond or less. */
export type Interruptible<Result> = Generator<void, Result, void>;

/** About as long as a frame of a 60 Hz screen lasts, less the page's own work in it. */
const SLICE_MS = 8;

/** Runs the work to its end without pausing. */
export function finished<Result>(work: Interruptible<Result>): Result {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

/**
 * Runs the work in slices of some milliseconds.
 *
 * @throws When it's aborted.
 */
export async function inSlices<Result>(work: Interruptible<Result>, signal?: AbortSignal): Promise<Result> {
  const pause = pauses(signal);
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    const paused = pause();
    if (paused !== undefined) await paused;
  }
}

/**
 * Call the result between two pieces of work. It returns a promise to await when the slice is over, and undefined before
 * that.
 *
 * @throws When it's aborted.
 */
export function pauses(signal?: AbortSignal): () => Promise<void> | undefined {
  let beganMs = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - beganMs < SLICE_MS) return undefined;
    return nextTask().then(() => {
      signal?.throwIfAborted();
      beganMs = performance.now();
    });
  };
}

/** Lets other tasks of the page run. Unlike a timer, it isn't throttled while the page is in the background. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
