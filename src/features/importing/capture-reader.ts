/** Reads a recording with a worker, or on the main thread in slices where workers can't start. */
import { askWorker } from '../../sequence/ask-worker.ts';
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
  const calls: Call[] = [];
  const result = await askWorker<CaptureAnswer, CaptureResult>(CaptureWorker, given, {
    signal: options.signal,
    onAnswer(answer) {
      if (answer.kind === 'result') return joinedResult(answer.result, calls);
      if (answer.kind === 'calls') calls.push(...answer.calls);
      else options.onProgress(answer.done);
      return undefined;
    },
  });
  return result ?? readHere(given, options);
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
