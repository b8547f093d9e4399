/** Messages between the page and the worker that reads recordings. */
import type { Capture, CaptureProblem } from '../../sequence/recorded/capture.ts';

/** To the worker: a file, or a text that was pasted. */
export type CaptureRequest = File | string;

export type CaptureResult = Capture | { readonly problem: CaptureProblem };

/** From the worker. `done` goes from 0 to 1. */
export type CaptureAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'result'; readonly result: CaptureResult };
