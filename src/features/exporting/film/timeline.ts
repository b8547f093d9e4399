/** A film's timeline: which step is shown for how long. Each step moves, and then stays until its caption is read. */

import { dwellMs, motionMs } from '../../../player/playback-clock.ts';
import type { Speed } from '../../../player/state.ts';
import type { DiagramStep } from '../../../sequence/model.ts';

export interface Frame {
  readonly step: number;
  /** From 0, before the step, to 1, when it's completed. */
  readonly progress: number;
  readonly durationMs: number;
}

export interface FilmPlan {
  /** An index from 0. The film runs from this step to the end. */
  readonly first: number;
  readonly speed: Speed;
  /** During motion. Still frames last longer. */
  readonly framesPerSecond: number;
}

/** Longer films are truncated: they would take hours to render. */
export const FILM_STEPS_MAX = 300;
/** A still frame is repeated after this time, so that a player can seek to nearly any position. */
const STILL_MS_MAX = 500;
/** The end stays longer, because a looping film would jump away from it. */
const END_MS = 1_500;
/** GIF counts time in hundredths of a second. */
const TICK_MS = 10;

export function timelineOf(steps: readonly DiagramStep[], plan: FilmPlan): readonly Frame[] {
  const { first, speed, framesPerSecond } = plan;
  const shown = steps.slice(first, first + FILM_STEPS_MAX);
  return shown.flatMap((step, index): Frame[] => {
    const isLast = index === shown.length - 1;
    const still = dwellMs(step, speed) + (isLast ? END_MS : 0);
    const comes = index === 0 ? [] : movingFrames(motionMs({ speed }), framesPerSecond);
    return [...comes, ...stillFrames(still)].map((frame) => ({ ...frame, step: first + index }));
  });
}

export function durationMsOf(timeline: readonly Frame[]): number {
  return timeline.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

type Part = Omit<Frame, 'step'>;

function movingFrames(motion: number, framesPerSecond: number): Part[] {
  const count = Math.max(1, Math.round((motion * framesPerSecond) / 1_000));
  const durationMs = 1_000 / framesPerSecond;
  return Array.from({ length: count }, (_, index) => ({ progress: index / count, durationMs }));
}

function stillFrames(still: number): Part[] {
  const ticks = Math.round(still / TICK_MS);
  const perFrame = STILL_MS_MAX / TICK_MS;
  const count = Math.ceil(ticks / perFrame);
  return Array.from({ length: count }, (_, index) => ({
    progress: 1,
    durationMs: TICK_MS * Math.min(perFrame, ticks - index * perFrame),
  }));
}
