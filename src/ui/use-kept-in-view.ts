/** Keeps an element in view that its scrolling column would cut off when the column gets lower. */
import { type RefObject, useEffect } from 'react';

/** The element stays in view until the reader scrolls it away. */
export function useKeptInView(element: RefObject<Element | null>): void {
  useEffect(() => {
    const kept = element.current;
    const column = kept === null ? null : scrollingParent(kept);
    if (kept === null || column === null) return;
    const isInView = () => {
      const [inside, outside] = [kept.getBoundingClientRect(), column.getBoundingClientRect()];
      // Positions are fractions of pixels.
      return inside.top >= outside.top - 1 && inside.bottom <= outside.bottom + 1;
    };
    let wasInView = isInView();
    const remember = () => {
      wasInView = isInView();
    };
    const observer = new ResizeObserver(() => {
      if (wasInView) kept.scrollIntoView({ block: 'nearest' });
      remember();
    });
    observer.observe(column);
    column.addEventListener('scroll', remember, { passive: true });
    return () => {
      observer.disconnect();
      column.removeEventListener('scroll', remember);
    };
  }, [element]);
}

function scrollingParent(element: Element): Element | null {
  const parent = element.parentElement;
  if (parent === null || /auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  return scrollingParent(parent);
}
