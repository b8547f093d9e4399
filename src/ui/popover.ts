/**
 * The platform's popovers, and what takes their place in browsers without them: Chrome before 114, Firefox before 125 and
 * Safari before 17. There a popover is an ordinary element that is hidden while it's closed.
 */
import { type RefObject, useEffect } from 'react';

export function hasPopovers(): boolean {
  return 'popover' in HTMLElement.prototype;
}

/** Whether a dialog or a popover is open, which Escape closes first. */
export function isLayerOpen(): boolean {
  // A browser that doesn't know a pseudo-class throws.
  const popover = hasPopovers() ? ':popover-open' : '[popover]:not([hidden])';
  return document.querySelector(`dialog[open], ${popover}`) !== null;
}

/** Closes an open popover on Escape and on a click beside it, where the platform doesn't. */
export function useLightDismiss(popover: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void) {
  useEffect(() => {
    if (!isOpen || hasPopovers()) return;
    const leaveByKey = (event: KeyboardEvent) => {
      if (event.code !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    const leaveByPointer = ({ target }: PointerEvent) => {
      const isWithin = target instanceof Node && popover.current?.contains(target) === true;
      // The button that opens it closes it by itself.
      const isButton = target instanceof Element && target.closest('[aria-expanded="true"]') !== null;
      if (!isWithin && !isButton) close();
    };
    document.addEventListener('keydown', leaveByKey, { capture: true });
    document.addEventListener('pointerdown', leaveByPointer, { capture: true });
    return () => {
      document.removeEventListener('keydown', leaveByKey, { capture: true });
      document.removeEventListener('pointerdown', leaveByPointer, { capture: true });
    };
  }, [popover, isOpen, close]);
}
