/** Groups the marks of a track that would overlap. */
import type { DiagramStep } from '../../sequence/model.ts';

type MarkKind = Exclude<DiagramStep['mark'], null>;

export interface Mark {
  /** Index of the step, from 0. */
  readonly index: number;
  readonly kind: MarkKind;
}

export interface MarkGroup {
  /** The most important kind in it. */
  readonly kind: MarkKind;
  /** In order, at least one. */
  readonly indices: readonly [number, ...number[]];
}

const weights: Record<MarkKind, number> = { failure: 0, restart: 1, crash: 2 };

/**
 * @param marks In order.
 * @param distance How many steps apart two signs don't overlap.
 */
export function groupMarks(marks: readonly Mark[], distance: number): readonly MarkGroup[] {
  const groups: (MarkGroup & { kind: MarkKind; indices: [number, ...number[]] })[] = [];
  for (const { index, kind } of marks) {
    const group = groups.at(-1);
    if (group === undefined || index - group.indices[0] >= distance) {
      groups.push({ kind, indices: [index] });
      continue;
    }
    group.indices.push(index);
    if (weights[kind] > weights[group.kind]) group.kind = kind;
  }
  return groups;
}

/**
 * The group's last step before the present one, or else its last. Backwards, because the marks after the present step are
 * hidden.
 */
export function previousIn({ indices }: MarkGroup, step: number): number {
  return indices.findLast((index) => index < step) ?? indices.at(-1) ?? 0;
}

/** A mouse is exact: its clicks beside a sign are about the steps there. */
const MOUSE_RADIUS_PX = 8;
const FINGER_RADIUS_PX = 12;

interface Press {
  readonly xPx: number;
  /** The kind of pointer, as in `PointerEvent.pointerType`. */
  readonly pointer: string;
  /** The step at which the thumb was. */
  readonly step: number;
  readonly xOfPx: (index: number) => number;
}

/** The sign that is pressed, unless the thumb is at least as near: a press on the thumb moves nothing. */
export function pressedGroup(
  groups: readonly MarkGroup[],
  { xPx, pointer, step, xOfPx }: Press,
): MarkGroup | undefined {
  const distancePx = (index: number) => Math.abs(xOfPx(index) - xPx);
  const radiusPx = pointer === 'mouse' ? MOUSE_RADIUS_PX : FINGER_RADIUS_PX;
  return groups.find(({ indices: [first] }) => {
    const awayPx = distancePx(first);
    return awayPx <= radiusPx && awayPx < distancePx(step);
  });
}
