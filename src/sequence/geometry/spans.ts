/** What lasts for several rows: activation bars, outages, and lifelines that aren't there. Each as far as the step. */
import type { Layout } from '../layout-model.ts';
import type { Activation, Span } from '../model.ts';
import type { PathShape, RectShape } from './shapes.ts';
import { ABSENCE_EM, BAR_EM, cornerEm, LIFE_END_EM, outageEm } from './sizes.ts';

/** A bar ends at the arrow that ends the work; until then it goes on to the lower edge of the present row. */
export function barShape(
  { participant, from, to, level }: Activation,
  { rows, columns, metrics: { fontPx } }: Layout,
  step: number,
): RectShape {
  const width = BAR_EM * fontPx;
  const y = rows[from]?.y ?? 0;
  const last = rows[Math.min(to ?? step, step)];
  const isOver = to !== null && to <= step;
  const bottom = last === undefined ? 0 : isOver ? last.y : last.top + last.height;
  return {
    kind: 'rect',
    x: (columns.get(participant) ?? 0) + ((level - 1) * width) / 2,
    y,
    width,
    height: Math.max(width, bottom - y),
    rx: cornerEm.bar * fontPx,
  };
}

interface Stripe {
  /** Covers the lifeline. */
  readonly ground: RectShape;
  /** Whether it ends at a row, and not because nothing is drawn below it. */
  readonly isOver: boolean;
}

/** @param bottom Pixels: how far down the diagram is drawn. */
export function outageStripe(
  { participant, from, to }: Span,
  { rows, columns, metrics }: Layout,
  step: number,
  bottom: number,
): Stripe {
  const top = rows[from]?.y ?? 0;
  const end = to !== null && to <= step ? rows[to]?.y : undefined;
  const x = columns.get(participant) ?? 0;
  return {
    ground: stripe(x, outageEm.stripe * metrics.fontPx, top, end ?? bottom),
    isOver: end !== undefined,
  };
}

/**
 * Covers the lifeline before the participant is created, or after it is destroyed. Null before it is destroyed.
 *
 * @param bottom Pixels: how far down the diagram is drawn.
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

function stripe(x: number, width: number, top: number, bottom: number): RectShape {
  return { kind: 'rect', x: x - width / 2, y: top, width, height: Math.max(0, bottom - top) };
}
