/** Reads a recording with a worker, or on the main thread in slices where workers can't start. */
import type { Call } from '../../sequence/recorded/capture.ts';
import {
  type CaptureAnswer,
  type CaptureRequest,
  type CaptureResult,
  joinedResult,
} from './capture-messages.ts';
import CaptureWorker from './capture-worker.ts?worker';
import { readRecording } from './read-recording.ts';

interface ReadOptions {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  onProgress(done: number): void;
}

/** @throws When it's aborted. */
export async function readWithWorker(given: CaptureRequest, options: ReadOptions): Promise<CaptureResult> {
  const worker = startWorker();
  if (worker === null) return readHere(given, options);
  try {
    return await ask(worker, given, options);
  } catch (error) {
    if (options.signal.aborted) throw error;
    // Some browsers let no worker of a local file start, and say so by an event.
    return readHere(given, options);
  } finally {
    worker.terminate();
  }
}

function startWorker(): Worker | null {
  try {
    return new CaptureWorker();
  } catch {
    return null;
  }
}

function ask(
  worker: Worker,
  given: CaptureRequest,
  { signal, onProgress }: ReadOptions,
): Promise<CaptureResult> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    const calls: Call[] = [];
    worker.onmessage = ({ data }: MessageEvent<CaptureAnswer>) => {
      if (data.kind === 'progress') onProgress(data.done);
      else if (data.kind === 'calls') calls.push(...data.calls);
      else resolve(joinedResult(data.result, calls));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(given);
  });
}

/** Between two renderings. */
const SLICE_MS = 30;

async function readHere(given: CaptureRequest, { signal, onProgress }: ReadOptions): Promise<CaptureResult> {
  let renderedMs = performance.now();
  return readRecording(given, async (done) => {
    signal.throwIfAborted();
    if (performance.now() - renderedMs < SLICE_MS) return;
    onProgress(done);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    renderedMs = performance.now();
  });
}
