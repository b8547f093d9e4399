/** The edges of frames and groups, which enclose rows and lifelines. */
import type { LaidFrame, Layout } from '../layout-model.ts';
import type { Group } from '../model.ts';

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

/** From a group to the middle between it and the next. */
export const GROUP_GAP_EM = 0.15;

/** Halfway to the neighbouring lifelines. */
export function edgesOfGroup(
  { participants: [first, last] }: Group,
  { columns, halves, metrics: { fontPx } }: Pick<Layout, 'columns' | 'halves' | 'metrics'>,
): { readonly left: number; readonly right: number } {
  const half = (id: string) => (halves.get(id) ?? 0) - GROUP_GAP_EM * fontPx;
  return { left: (columns.get(first) ?? 0) - half(first), right: (columns.get(last) ?? 0) + half(last) };
}
