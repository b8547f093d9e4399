/** Labels at the right end of lines: in order, apart from one another, and one for lines that end at the same value. */

export interface LineEnd<Name> {
  readonly name: Name;
  readonly y: number;
}

export interface EndLabel<Name> {
  readonly names: readonly Name[];
  readonly y: number;
}

/**
 * @param gap Distance between two labels.
 * @param bottom No label is below, if there's room.
 */
export function endLabels<Name>(
  ends: readonly LineEnd<Name>[],
  gap: number,
  bottom: number,
): readonly EndLabel<Name>[] {
  const merged: { names: Name[]; y: number }[] = [];
  for (const { name, y } of [...ends].sort((one, other) => one.y - other.y)) {
    const last = merged.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < 0.5) last.names.push(name);
    else merged.push({ names: [name], y });
  }
  // First downwards from the top, then upwards from the bottom.
  let above = Number.NEGATIVE_INFINITY;
  for (const label of merged) {
    label.y = Math.max(label.y, above);
    above = label.y + heightOf(label.names.length, gap);
  }
  let below = bottom;
  for (const label of merged.toReversed()) {
    label.y = Math.min(label.y, below - (heightOf(label.names.length, gap) - gap));
    below = label.y - gap;
  }
  return merged;
}

/** Each name takes a line of its own. */
function heightOf(names: number, gap: number): number {
  return names * gap;
}
