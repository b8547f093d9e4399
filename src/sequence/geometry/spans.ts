/** Spans over several rows, up to the present step: activation bars and outages. */
import type { Layout } from '../layout-model.ts';
import type { Activation, Span } from '../model.ts';
import type { RectShape } from './shapes.ts';
import { BAR_EM, cornerEm, outageEm } from './sizes.ts';

/** A bar ends at the arrow that ends the work. Until then it extends to the lower edge of the present row. */
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
  /** Whether it ends at a row, rather than at the end of the shown part. */
  readonly isOver: boolean;
}

/** @param bottom How far down the diagram is shown, in pixels. */
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

export function stripe(x: number, width: number, top: number, bottom: number): RectShape {
  return { kind: 'rect', x: x - width / 2, y: top, width, height: Math.max(0, bottom - top) };
}
