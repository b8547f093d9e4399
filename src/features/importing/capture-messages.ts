/** Messages between the page and the worker that reads recordings. */
import type { Call, Capture, CaptureProblem } from '../../sequence/recorded/capture.ts';

/** To the worker: a file, or a text that was pasted. */
export type CaptureRequest = File | string;

export type CaptureResult = Capture | { readonly problem: CaptureProblem };

/**
 * From the worker. `done` goes from 0 to 1. Calls come in parts before the result, which has none of them: the page can't
 * pause while it takes over a message.
 */
export type CaptureAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'calls'; readonly calls: readonly Call[] }
  | { readonly kind: 'result'; readonly result: CaptureResult };

const CALLS_AT_ONCE = 250;

/** The answers with a result, in order. */
export function* resultInParts(result: CaptureResult): Generator<CaptureAnswer> {
  if ('problem' in result) return yield { kind: 'result', result };
  const { calls } = result;
  for (let from = 0; from < calls.length; from += CALLS_AT_ONCE) {
    yield { kind: 'calls', calls: calls.slice(from, from + CALLS_AT_ONCE) };
  }
  yield { kind: 'result', result: { ...result, calls: [] } };
}

/** @param calls All that came before the result. */
export function joinedResult(result: CaptureResult, calls: readonly Call[]): CaptureResult {
  return 'problem' in result ? result : { ...result, calls };
}
