/** Tells a person's own scrolling from the scrolling that the page or the browser does. */
import { type RefObject, useEffect, useRef } from 'react';

/** A gesture explains the scroll events that follow it within this time. */
const GESTURE_MS = 1_000;

const SCROLL_KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown']);

/**
 * Calls `onLeave` when a person scrolls by wheel, touch, key, or scroll bar. The browser also moves the scroll position,
 * for example when the content gets shorter: that is no gesture, so it doesn't count.
 */
export function useOwnScroll(scroller: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let gestureMs = Number.NEGATIVE_INFINITY;
    let isDragging = false;
    const gesture = ({ timeStamp }: Event) => {
      gestureMs = timeStamp;
    };
    const key = (event: KeyboardEvent) => {
      if (SCROLL_KEYS.has(event.code)) gesture(event);
    };
    const press = (event: PointerEvent) => {
      // The scroll bars belong to the scroller itself; the middle button starts the browser's own scrolling.
      const isOnScrollBar =
        event.target === element &&
        (event.offsetX >= element.clientWidth || event.offsetY >= element.clientHeight);
      if (event.button === 1 || isOnScrollBar) isDragging = true;
    };
    const release = (event: PointerEvent) => {
      if (isDragging) gesture(event);
      isDragging = false;
    };
    const scroll = ({ timeStamp }: Event) => {
      if (isDragging || timeStamp - gestureMs < GESTURE_MS) leave.current();
    };
    const passive = { passive: true };
    element.addEventListener('wheel', gesture, passive);
    element.addEventListener('touchmove', gesture, passive);
    element.addEventListener('keydown', key);
    element.addEventListener('pointerdown', press);
    window.addEventListener('pointerup', release);
    element.addEventListener('scroll', scroll, passive);
    return () => {
      element.removeEventListener('wheel', gesture);
      element.removeEventListener('touchmove', gesture);
      element.removeEventListener('keydown', key);
      element.removeEventListener('pointerdown', press);
      window.removeEventListener('pointerup', release);
      element.removeEventListener('scroll', scroll);
    };
  }, [scroller]);
}
