/** Where the stage scrolls so that the present step is in sight. Pure: pixels in, pixels out. */
import type { LaidRow, Layout } from '../../sequence/layout-model.ts';
import { ROW_GAP_EM } from '../../sequence/sheet.ts';
import type { StageSize } from './use-stage-size.ts';

/** A scroll position, in pixels from the diagram's upper left corner. */
export interface ScrollPosition {
  readonly top: number;
  readonly left: number;
}

interface View {
  readonly size: StageSize;
  readonly metrics: Layout['metrics'];
  /** Half of each column's width. The heads of an arrow's ends, or of a band's node, are shown whole if they fit. */
  readonly halves?: Layout['halves'];
  /** Rows that arrive with the present one. They're shown as well, as far as they fit. */
  readonly together?: readonly LaidRow[];
  /** Whether rows after the present one are drawn, in grey. */
  readonly showsFuture: boolean;
}

/** While upcoming rows are shown, they get this share of the height. */
const FUTURE_SHARE = 0.35;
/** Room beside a lifeline for the arrow's end and its notes. */
const SIDE_MARGIN_EM = 2.5;

/**
 * The nearest scroll position that shows the whole present row and both ends of its arrow, or all words of its band.
 * A row that is higher than the room is shown from its beginning, because its words come before its notes. An arrow
 * that is wider than the room is shown at its receiver, where memory is kept or missed.
 */
export function cameraTarget(from: ScrollPosition, present: LaidRow, view: View): ScrollPosition {
  return { top: topOf(from.top, present, view), left: leftOf(from.left, present, view) };
}

function topOf(from: number, present: LaidRow, { size, metrics, showsFuture }: View): number {
  const room = size.height - size.headsHeight;
  const spare = room - present.height;
  // The gap to the row before belongs to the row, and is given up before anything that has content.
  const margin = Math.max(-ROW_GAP_EM * metrics.fontPx, Math.min(0.8 * metrics.lineHeight, spare / 2));
  const roomBelow = showsFuture ? Math.max(margin, Math.min(FUTURE_SHARE * room, spare - margin)) : margin;
  const lowest = present.top - margin;
  const highest = present.top + present.height + roomBelow - room;
  return Math.max(0, Math.round(Math.min(Math.max(from, highest), lowest)));
}

function leftOf(from: number, present: LaidRow, view: View): number {
  const { size, metrics } = view;
  const furthest = metrics.width - size.width;
  if (furthest <= 0) return 0;
  const extent = extentOf(present);
  const { focus } = extent;
  const { start, end } = widened(extent, present, view);
  // The margin is given up before an end of the arrow.
  const spare = (size.width - (end - start)) / 2;
  const margin = spare < 0 ? 0 : Math.min(SIDE_MARGIN_EM * metrics.fontPx, spare);
  const lowest = end + margin - size.width;
  const highest = start - margin;
  // Words that are too wide are shown from their beginning, less the half of the sign beside them.
  const whenTooWide = focus === null ? start - metrics.fontPx : focus - size.width / 2;
  const left = spare >= 0 ? Math.min(Math.max(from, lowest), highest) : whenTooWide;
  return Math.round(Math.max(0, Math.min(left, furthest)));
}

/** Widened by the heads at both ends of an arrow, by the head of a band's node, and by what arrives with it, as far as it fits. */
function widened(extent: Extent, present: LaidRow, { size, halves, together = [] }: View): Sides {
  let known: Sides = extent;
  const widen = (sides: Sides) => {
    const wide = { start: Math.min(known.start, sides.start), end: Math.max(known.end, sides.end) };
    if (wide.end - wide.start <= size.width) known = wide;
  };
  for (const row of together) widen(extentOf(row));
  if (halves !== undefined) widen(withHeads(known, present, halves));
  return known;
}

function withHeads({ start, end }: Sides, present: LaidRow, halves: Layout['halves']): Sides {
  const halfOf = (id: string) => halves.get(id) ?? 0;
  const { row } = present;
  if (present.kind === 'message' && row.kind === 'message') {
    const half = Math.max(halfOf(row.from), halfOf(row.to));
    const ends = [present.x1, present.x2];
    return {
      start: Math.min(start, ...ends.map((x) => x - half)),
      end: Math.max(end, ...ends.map((x) => x + half)),
    };
  }
  if (present.kind !== 'band' || row.kind !== 'band') return { start, end };
  const half = halfOf(row.participant);
  return { start: Math.min(start, present.x - half), end: Math.max(end, present.x + half) };
}

interface Sides {
  readonly start: number;
  readonly end: number;
}

interface Extent extends Sides {
  /** The middle of what is shown when start and end don't both fit; null for the start. */
  readonly focus: number | null;
}

function extentOf(present: LaidRow): Extent {
  switch (present.kind) {
    case 'message': {
      const { x1, x2, loop, pill } = present;
      // Words of a message to its own sender stand beside its lifeline.
      const ends = [x1, x2, ...(loop === null ? [] : [loop.x, pill.x, pill.x + pill.width])];
      return { start: Math.min(...ends), end: Math.max(...ends), focus: present.x2 };
    }
    case 'band':
      return {
        start: Math.min(present.x, present.textEnd),
        end: Math.max(present.x, present.textEnd),
        focus: null,
      };
    case 'note': {
      const { x, width } = present.box;
      return { start: x, end: x + width, focus: x + width / 2 };
    }
    case 'frame': {
      const { x, width } = present.wordBox;
      return { start: x, end: x + width, focus: x };
    }
    default:
      throw new Error(`Unknown row ${present satisfies never}`);
  }
}
