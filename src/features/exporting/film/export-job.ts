/** A film on its way through the renderer. */

import { nextTask } from '../../../sequence/interruptible.ts';
import type { FrameRenderer } from './frame-renderer.ts';
import { durationMsOf, type Frame } from './timeline.ts';

/** Input of the video and GIF encoders. */
export interface ExportJob {
  readonly renderer: FrameRenderer;
  readonly timeline: readonly Frame[];
  readonly signal: AbortSignal;
  onProgress(done: number): void;
}

/** Steps through a film with its timing, frame by frame, and yields to the page in between. */
export async function play(
  { renderer, timeline, signal, onProgress }: ExportJob,
  take: (frame: Frame, startMs: number) => Promise<void>,
): Promise<void> {
  const totalMs = durationMsOf(timeline);
  let startMs = 0;
  for (const frame of timeline) {
    signal.throwIfAborted();
    await renderer.show(frame);
    await take(frame, startMs);
    startMs += frame.durationMs;
    onProgress(startMs / totalMs);
    await nextTask();
  }
}
