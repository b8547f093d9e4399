/** The edges of frames, which enclose rows. */
import type { LaidFrame, Layout } from '../layout-model.ts';

interface Edges {
  readonly top: number;
  readonly bottom: number;
}

/** Up to the last shown row; null before the frame begins. */
export function edgesOfFrame(
  { frame, above, below }: LaidFrame,
  rows: Layout['rows'],
  step: number,
): Edges | null {
  const first = rows[frame.from];
  const last = rows[Math.min(frame.to, step)];
  if (frame.from > step || first === undefined || last === undefined) return null;
  const top = first.top + above;
  // Frames that are still open end together, a hair apart.
  const bottom = last.top + last.height - (step < frame.to ? 2 * (frame.depth + 1) : below);
  return { top, bottom: Math.max(top, bottom) };
}
