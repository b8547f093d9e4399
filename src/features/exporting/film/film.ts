/** Exports a run from a step to its end as a film: a video where the browser has an encoder for it, or a GIF. */

import type { Speed } from '../../../player/state.ts';
import type { SequenceDiagram } from '../../../sequence/model.ts';
import { stopsOf } from '../../../sequence/walk-stops.ts';
import type { ExportJob } from './export-job.ts';
import { createFrameRenderer, type FilmOptions } from './frame-renderer.ts';
import { makeGif } from './gif.ts';
import { type Frame, timelineOf } from './timeline.ts';
import { makeVideo, type VideoKind } from './video.ts';

export type FilmKind = VideoKind | 'gif';

export const filmHeights = [1_080, 720, 480] as const;
export type FilmHeight = (typeof filmHeights)[number];

/** During motion. */
const framesPerSecond: Record<FilmKind, number> = { mp4: 30, webm: 30, gif: 10 };

export function planFilm(
  diagram: SequenceDiagram,
  { kind, first, speed }: { readonly kind: FilmKind; readonly first: number; readonly speed: Speed },
): readonly Frame[] {
  return timelineOf(stopsOf(diagram), { first, speed, framesPerSecond: framesPerSecond[kind] });
}

export interface FilmRequest extends Omit<FilmOptions, 'first' | 'count'> {
  readonly kind: FilmKind;
  readonly timeline: readonly Frame[];
  /** From 0 to 1. */
  onProgress(done: number): void;
}

/** @throws When it's aborted, or when the browser can't draw or encode it. */
export async function makeFilm({ kind, timeline, onProgress, ...options }: FilmRequest): Promise<Blob> {
  const first = timeline[0]?.step ?? 0;
  const count = (timeline.at(-1)?.step ?? first) - first + 1;
  const renderer = await createFrameRenderer({ ...options, first, count });
  const job: ExportJob = { renderer, timeline, signal: options.signal, onProgress };
  return kind === 'gif' ? makeGif(job) : makeVideo(job, kind);
}
