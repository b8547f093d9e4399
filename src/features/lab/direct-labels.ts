/** Where the names of lines go: at the right end, in order and apart from one another, or where no line crosses them. */

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

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

export type Segment = readonly [Place, Place];

interface Surroundings {
  readonly segments: readonly Segment[];
  /** The box stays inside. */
  readonly area: Box;
  /** Distance between the label and its line. */
  readonly distance: number;
}

/** How many places above and below the end are tried, a quarter of the label's height apart. */
const STEPS = 20;

/** A place near the end of a line, above or below it, that the fewest lines cross. Of several, the nearest. */
export function freePlace(
  end: Place,
  { width, height }: Pick<Box, 'width' | 'height'>,
  { segments, area, distance }: Surroundings,
): Place {
  const lefts = [end.x - width / 2, end.x - width, end.x + distance, end.x - 1.5 * width];
  const steps = Array.from({ length: STEPS }, (_, step) => (step * height) / 4);
  const tops = steps.flatMap((away) => [end.y - distance - height - away, end.y + distance + away]);
  const places = tops.flatMap((y) => lefts.map((x) => within({ x, y, width, height }, area)));
  const cost = (box: Box) =>
    1_000_000 * segments.filter((each) => crosses(each, box)).length +
    Math.hypot(box.x + width / 2 - end.x, box.y + height / 2 - end.y);
  return places.reduce((best, each) => (cost(each) < cost(best) ? each : best));
}

function within({ x, y, width, height }: Box, area: Box): Box {
  return {
    x: Math.max(area.x, Math.min(x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(y, area.y + area.height - height)),
    width,
    height,
  };
}

/** Clips the segment to the box, side by side (Liang and Barsky). */
function crosses([from, to]: Segment, { x, y, width, height }: Box): boolean {
  let [enters, leaves] = [0, 1];
  const sides = [
    [from.x - to.x, from.x - x],
    [to.x - from.x, x + width - from.x],
    [from.y - to.y, from.y - y],
    [to.y - from.y, y + height - from.y],
  ] as const;
  for (const [slope, room] of sides) {
    if (slope === 0 && room < 0) return false;
    if (slope < 0) enters = Math.max(enters, room / slope);
    if (slope > 0) leaves = Math.min(leaves, room / slope);
  }
  return enters <= leaves;
}
