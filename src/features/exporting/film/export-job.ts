/** A film on its way through the projector. */

import type { Projector } from './frame-renderer.ts';
import { durationMsOf, type Shot } from './timeline.ts';
import { breathe } from './yield-to-main.ts';

/** What the makers of videos and of GIFs are given. */
export interface Reel {
  readonly projector: Projector;
  readonly shots: readonly Shot[];
  readonly signal: AbortSignal;
  onProgress(done: number): void;
}

/** Goes through a film with its time, shot by shot, and lets the page work in between. */
export async function play(
  { projector, shots, signal, onProgress }: Reel,
  take: (shot: Shot, startMs: number) => Promise<void>,
): Promise<void> {
  const totalMs = durationMsOf(shots);
  let startMs = 0;
  for (const shot of shots) {
    signal.throwIfAborted();
    await projector.show(shot);
    await take(shot, startMs);
    startMs += shot.durationMs;
    onProgress(startMs / totalMs);
    await breathe();
  }
}
