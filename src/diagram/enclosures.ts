/** The edges of what encloses rows and lifelines, for all who draw them. */
import { FRAME_INSET_EM, FRAME_TOP_EM, type Layout } from './layout-model.ts';
import type { Frame, Group } from './model.ts';

/** From its first row's top, as a part of an arrow's words: a frame that begins there lies within a ground that does. */
export function topOfFrame({ kind, depth }: Frame): number {
  return kind === 'frame' ? FRAME_TOP_EM : Math.min(FRAME_TOP_EM, 0.08 * (depth + 1));
}

/** From its last row's lower edge: several that end there lie within each other. */
export function bottomOfFrame({ depth }: Frame): number {
  return Math.min(0.5, 0.3 * FRAME_INSET_EM * (depth + 1));
}

/** Between two groups that stand side by side. */
const GROUP_GAP_EM = 0.15;

/** Halfway to the lifelines outside. */
export function edgesOfGroup(
  { participants: [first, last] }: Group,
  { columns, metrics: { width, fontPx } }: Pick<Layout, 'columns' | 'metrics'>,
): { readonly left: number; readonly right: number } {
  const half = width / Math.max(1, columns.size) / 2 - GROUP_GAP_EM * fontPx;
  return { left: (columns.get(first) ?? 0) - half, right: (columns.get(last) ?? 0) + half };
}
