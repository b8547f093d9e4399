/** What stands for a lifeline where its participant isn't there. Only imported diagrams have that. */
import type { Layout } from '../layout-model.ts';
import type { Span } from '../model.ts';
import type { PathShape, RectShape } from './shapes.ts';
import { ABSENCE_EM, LIFE_END_EM } from './sizes.ts';
import { stripe } from './spans.ts';

/**
 * Covers the lifeline before its participant is created, or after it's destroyed. Null before it's destroyed.
 *
 * @param bottom How far down the diagram is shown, in pixels.
 */
export function absenceStripe(
  { participant, from, to }: Span,
  { rows, columns, metrics }: Layout,
  step: number,
  bottom: number,
): RectShape | null {
  if (to === null && from > step) return null;
  const top = to === null ? (rows[from]?.y ?? 0) : 0;
  const until = to !== null && to <= step ? (rows[to]?.y ?? bottom) : bottom;
  return stripe(columns.get(participant) ?? 0, ABSENCE_EM * metrics.fontPx, top, until);
}

/** The cross at the end of a lifeline, around a point. */
export function lifeEnd(x: number, y: number, fontPx: number): PathShape {
  const side = LIFE_END_EM * fontPx;
  const [left, top] = [x - side / 2, y - side / 2];
  return { kind: 'path', d: `M${left} ${top}l${side} ${side}M${left + side} ${top}l${-side} ${side}` };
}
