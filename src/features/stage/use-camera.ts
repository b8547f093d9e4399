/**
 * Follows the present step calmly. Whoever scrolls away is not pulled back until they step.
 * Also tells which rows are near the screen. It asks the page for no measure while it steps: that would lay it out early.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LaidRow, Layout } from '../../sequence/layout-model.ts';
import { rowsBetween } from '../../sequence/rows-between.ts';
import { ROW_GAP_EM } from '../../sequence/sheet.ts';
import { usePlayerStore } from '../player-context.ts';
import type { StageSize } from './use-stage-size.ts';

/** Rows from one index to another, both included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

interface Scene {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly size: StageSize;
  readonly layout: Layout;
  readonly step: number;
  /** Whether rows after the present one are shown. */
  readonly showsFuture: boolean;
}

interface Place {
  readonly top: number;
  readonly left: number;
}

/** So much of a screen is drawn beyond it on either side, for scrolling is seen before it is answered. */
const OVERSCAN_SCREENS = 0.75;
/** Far from the present step rows are drawn anew each time that so much has been scrolled. */
const STRIDE_PX = 240;
/** Where what is to come is shown, it has so much of the room. */
const FUTURE_SHARE = 0.35;
/** What a browser rounds off a scrolled distance, and a little more. */
const ROUNDING_PX = 2;

export function useCamera({ scroller, size, layout, step, showsFuture }: Scene): readonly Stretch[] {
  const player = usePlayerStore();
  const present = layout.rows[step];
  const room = Math.max(1, size.height - size.headsHeight);
  const place = useRef<Place>({ top: 0, left: 0 });
  const aim = useRef<{ readonly row: LaidRow['row']; readonly top: number } | null>(null);
  const [away, setAway] = useState<number | null>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || present === undefined) return;
    const before = aim.current;
    // A new layout of the same step, after a piece of a font has come, say, finds readers where they are.
    const hasLeft = before?.row === present.row && Math.abs(place.current.top - before.top) > ROUNDING_PX;
    if (hasLeft) return;
    const target = targetOf(place.current, present, { size, layout, showsFuture });
    aim.current = { row: present.row, top: target.top };
    const distance = Math.abs(target.top - place.current.top);
    if (distance === 0 && target.left === place.current.left) return;
    const isCalm = player.getState().isMoving && distance <= size.height;
    element.scrollTo({ ...target, behavior: isCalm ? 'smooth' : 'instant' });
    if (!isCalm) place.current = target;
  }, [scroller, player, layout, present, size, showsFuture]);

  const top = present?.top ?? 0;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const follow = () => {
      place.current = { top: element.scrollTop, left: element.scrollLeft };
      const isNear = Math.abs(element.scrollTop - top) < (1 + OVERSCAN_SCREENS) * room;
      setAway(isNear ? null : Math.floor(element.scrollTop / STRIDE_PX) * STRIDE_PX);
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scroller, top, room]);

  const bottom = top + (present?.height ?? 0);
  const farthest = showsFuture ? bottom + (1 + OVERSCAN_SCREENS) * room : bottom;
  const atPresent = stretchBetween(layout, bottom - (1 + 2 * OVERSCAN_SCREENS) * room, farthest);
  if (away === null) return [atPresent];
  const overscan = OVERSCAN_SCREENS * room;
  const there = stretchBetween(layout, away - overscan, away + STRIDE_PX + room + overscan);
  return there.first < atPresent.first ? joined(there, atPresent) : joined(atPresent, there);
}

function stretchBetween({ rows }: Layout, top: number, bottom: number): Stretch {
  const found = rowsBetween(rows, top, bottom);
  return { first: found[0]?.index ?? 0, last: found.at(-1)?.index ?? -1 };
}

/** No row twice. */
function joined(earlier: Stretch, later: Stretch): readonly Stretch[] {
  if (earlier.last < later.first - 1) return [earlier, later];
  return [{ first: earlier.first, last: Math.max(earlier.last, later.last) }];
}

/**
 * Scrolls as little as shows the whole present row, with a margin where there is room for one; sideways, its receiver.
 * Of a row that is higher than the room the beginning is shown: its words come before its notes.
 */
function targetOf(place: Place, present: LaidRow, scene: Omit<Scene, 'scroller' | 'step'>): Place {
  const { size, layout, showsFuture } = scene;
  const { lineHeight, fontPx, width } = layout.metrics;
  const room = size.height - size.headsHeight;
  const spare = room - present.height;
  // The gap to the row before belongs to the row, and is given up before anything that says something.
  const margin = Math.max(-ROW_GAP_EM * fontPx, Math.min(0.8 * lineHeight, spare / 2));
  const roomBelow = showsFuture ? FUTURE_SHARE * room : margin;
  const lowest = present.top - margin;
  const highest = present.top + present.height + roomBelow - room;
  const top = Math.max(0, Math.round(Math.min(Math.max(place.top, highest), lowest)));
  // Of the two ends the one away from the client: that is where memory is kept or missed.
  const focus = focusOf(present);
  const left = width > size.width ? Math.round(focus - size.width / 2) : 0;
  return { top, left: Math.max(0, Math.min(left, width - size.width)) };
}

function focusOf(present: LaidRow): number {
  switch (present.kind) {
    case 'message':
      return Math.max(present.x1, present.x2);
    case 'band':
      return present.x;
    case 'note':
      return present.box.x + present.box.width / 2;
    case 'frame':
      return 0;
    default:
      throw new Error(`Unknown row ${present satisfies never}`);
  }
}
