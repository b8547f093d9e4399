/** The edges of groups, which enclose lifelines. */
import type { Layout } from '../layout-model.ts';
import type { Group } from '../model.ts';

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
