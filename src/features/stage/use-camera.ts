/**
 * The one owner of the stage's scroll position. It follows the present step: after each step, and after each change of the
 * layout, such as a resize, a rotation, larger letters, or heads that grow. Only a person's own scrolling leaves the step,
 * and the next step or the next change of the layout returns to it.
 * It also tells which rows are near the screen. While it steps it reads no measure from the page, because that would force an early layout.
 */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LaidRow, Layout } from '../../sequence/layout-model.ts';
import { rowsBetween } from '../../sequence/rows-between.ts';
import type { ShownRows } from '../../sequence/walk-stops.ts';
import { usePlayerStore } from '../player-context.ts';
import { cameraTarget, type ScrollPosition } from './camera-target.ts';
import { useOwnScroll } from './use-own-scroll.ts';
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
  readonly shown: ShownRows;
  /** Whether rows after the present one are shown. */
  readonly showsFuture: boolean;
}

/** Overscan, in viewport heights: the browser shows a scroll before the page can answer it. */
const OVERSCAN_SCREENS = 0.75;
/** Far from the present step the rows that are drawn change each time the person has scrolled this far. */
const STRIDE_PX = 240;
/** Browsers round scroll positions. */
const ROUNDING_PX = 2;

/** What the camera last followed. */
interface Followed {
  readonly row: LaidRow['row'];
  readonly present: LaidRow;
  readonly together: readonly LaidRow[];
  readonly layout: Layout;
  readonly size: StageSize;
  readonly showsFuture: boolean;
}

/** The stages that a camera has followed. */
const followedBefore = new WeakSet<Element>();

export function useCamera({ scroller, size, layout, step, shown, showsFuture }: Scene): readonly Stretch[] {
  const player = usePlayerStore();
  const room = Math.max(1, size.height - size.headsHeight);
  const { rows } = layout;
  const [first, last] = shown.present;
  const { present, together } = useMemo(
    () => presentRows(rows, step, [first, last], room),
    [rows, step, first, last, room],
  );
  const position = useRef<ScrollPosition>({ top: 0, left: 0 });
  const followed = useRef<Followed | null>(null);
  const hasLeft = useRef(false);
  const isSmooth = useRef(false);
  const [away, setAway] = useState<number | null>(null);
  useOwnScroll(scroller, () => {
    hasLeft.current = true;
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || present === undefined) return;
    const before = followed.current;
    const isSameStep = before?.row === present.row;
    const isSameView = isSameStep && before.size === size && before.showsFuture === showsFuture;
    // A new stage hasn't been scrolled. One that showed another diagram may have been.
    const isNew = before === null && !followedBefore.has(element);
    const isOnlyStep = isNew || (before?.layout === layout && before.size === size);
    followedBefore.add(element);
    followed.current = { row: present.row, present, together, layout, size, showsFuture };
    // A piece of a font that arrives changes the layout as well, and must not pull back a person who reads elsewhere.
    if (isSameView && hasLeft.current) return;
    hasLeft.current = false;
    // With a new layout the browser may have clamped the scroll position, and no event has told so yet.
    if (!isOnlyStep) position.current = positionOf(element);
    const target = targetOf(position.current, followed.current);
    const distance = Math.abs(target.top - position.current.top);
    if (distance === 0 && target.left === position.current.left) return;
    const isCalm = !isSameStep && player.getState().isMoving && distance <= size.height;
    isSmooth.current = isCalm;
    element.scrollTo({ ...target, behavior: isCalm ? 'smooth' : 'instant' });
    if (!isCalm) position.current = target;
  }, [scroller, player, layout, present, together, size, showsFuture]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // A smooth scroll can end early, because the content or the stage changed on the way.
    const settle = () => {
      position.current = positionOf(element);
      if (!isSmooth.current || hasLeft.current || followed.current === null) return;
      isSmooth.current = false;
      const target = targetOf(position.current, followed.current);
      if (Math.abs(target.top - position.current.top) <= ROUNDING_PX) return;
      element.scrollTo({ ...target, behavior: 'instant' });
    };
    element.addEventListener('scrollend', settle);
    return () => element.removeEventListener('scrollend', settle);
  }, [scroller]);

  const top = present?.top ?? 0;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const track = () => {
      position.current = positionOf(element);
      // Words of frames follow sideways (canvas.module.css).
      element.style.setProperty('--scroll-left', `${element.scrollLeft}px`);
      const isNear = Math.abs(element.scrollTop - top) < (1 + OVERSCAN_SCREENS) * room;
      setAway(isNear ? null : Math.floor(element.scrollTop / STRIDE_PX) * STRIDE_PX);
    };
    element.addEventListener('scroll', track, { passive: true });
    return () => element.removeEventListener('scroll', track);
  }, [scroller, top, room]);

  const lowest = rows[shown.to];
  const bottom = top + (present?.height ?? 0);
  const shownBottom = Math.max(bottom, lowest === undefined ? 0 : lowest.top + lowest.height);
  // The present row can be higher than the screen, and so can what arrives with it or is passed over below it.
  const farthest = bottom + (1 + OVERSCAN_SCREENS) * room;
  const atPresent = stretchBetween(
    layout,
    Math.min(bottom - (1 + 2 * OVERSCAN_SCREENS) * room, top - OVERSCAN_SCREENS * room),
    showsFuture ? farthest : Math.min(shownBottom, farthest + room),
  );
  if (away === null) return [atPresent];
  const overscan = OVERSCAN_SCREENS * room;
  const there = stretchBetween(layout, away - overscan, away + STRIDE_PX + room + overscan);
  return there.first < atPresent.first ? joined(there, atPresent) : joined(atPresent, there);
}

interface PresentRows {
  /** As high as all rows that arrive with it, if they fit. */
  readonly present: LaidRow | undefined;
  readonly together: readonly LaidRow[];
}

const alone: readonly LaidRow[] = [];

function presentRows(
  rows: Layout['rows'],
  step: number,
  [first, last]: readonly [number, number],
  room: number,
): PresentRows {
  const main = rows[step];
  const [top, bottom] = [rows[first]?.top, rows[last]];
  if (first === last || main === undefined || top === undefined || bottom === undefined) {
    return { present: main, together: alone };
  }
  const height = bottom.top + bottom.height - top;
  if (height > room) return { present: main, together: alone };
  // Words of frames follow sideways.
  const together = rows.slice(first, last + 1).filter(({ kind }) => kind !== 'frame');
  return { present: { ...main, top, height }, together };
}

function targetOf(
  from: ScrollPosition,
  { present, together, layout, size, showsFuture }: Followed,
): ScrollPosition {
  const { metrics, halves } = layout;
  return cameraTarget(from, present, { size, metrics, showsFuture, halves, together });
}

function positionOf({ scrollTop, scrollLeft }: HTMLElement): ScrollPosition {
  return { top: scrollTop, left: scrollLeft };
}

function stretchBetween({ rows }: Layout, top: number, bottom: number): Stretch {
  const found = rowsBetween(rows, top, bottom);
  return { first: found[0]?.index ?? 0, last: found.at(-1)?.index ?? -1 };
}

/** Without duplicates. */
function joined(earlier: Stretch, later: Stretch): readonly Stretch[] {
  if (earlier.last < later.first - 1) return [earlier, later];
  return [{ first: earlier.first, last: Math.max(earlier.last, later.last) }];
}
