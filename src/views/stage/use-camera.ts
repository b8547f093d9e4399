/**
 * Follows the present step calmly. Whoever scrolls away is not pulled back until they step.
 * Also tells which stretch of the diagram is near the screen, in steps of half a screen.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LaidRow, Layout } from '../../diagram/layout.ts';

interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

interface Camera {
  readonly visible: Stretch;
  readonly onScroll: () => void;
}

export function useCamera(
  scroller: RefObject<HTMLElement | null>,
  layout: Layout,
  present: LaidRow | undefined,
  viewportHeight: number,
  isMoving: boolean,
): Camera {
  const [screen, setScreen] = useState(0);
  const half = Math.max(200, viewportHeight / 2);
  const onScroll = useCallback(() => {
    setScreen(Math.floor((scroller.current?.scrollTop ?? 0) / half));
  }, [scroller, half]);

  const shown = useRef<{ row: LaidRow['row']; top: number } | null>(null);
  const moves = useRef(isMoving);
  useLayoutEffect(() => {
    moves.current = isMoving;
  }, [isMoving]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || present === undefined) return;
    const before = shown.current;
    // A new layout of the same step, after a piece of a font has come, say, finds readers where they are.
    const hasLeft = before?.row === present.row && Math.abs(element.scrollTop - before.top) > 2;
    if (hasLeft) return;
    const target = targetOf(element, layout, present);
    const isFar = Math.abs(target.top - element.scrollTop) > element.clientHeight;
    const isCalm = moves.current && !isFar;
    element.scrollTo({ ...target, behavior: isCalm ? 'smooth' : 'instant' });
    shown.current = { row: present.row, top: isCalm ? target.top : element.scrollTop };
    if (!isCalm) onScroll();
  }, [scroller, layout, present, onScroll]);

  useEffect(onScroll, [onScroll]);
  return { visible: { top: (screen - 1) * half, bottom: (screen + 4) * half }, onScroll };
}

/** Scrolls as little as shows the whole present row, with a margin; sideways, its receiver. */
function targetOf(element: HTMLElement, layout: Layout, present: LaidRow): { top: number; left: number } {
  const headsHeight = element.querySelector<HTMLElement>('[data-heads]')?.offsetHeight ?? 0;
  const room = element.clientHeight - headsHeight;
  const margin = 0.8 * layout.lineHeight;
  const lowest = present.top - margin;
  const highest = present.top + present.height + margin - room;
  const top = Math.max(0, Math.min(Math.max(element.scrollTop, highest), lowest));
  // Of the two ends the one away from the client: that is where memory is kept or missed.
  const focus = focusOf(present);
  const left = layout.width > element.clientWidth ? focus - element.clientWidth / 2 : 0;
  return { top, left: Math.max(0, Math.min(left, layout.width - element.clientWidth)) };
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
