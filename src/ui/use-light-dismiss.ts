/** In browsers without popovers: Escape and a click beside an open one close it, as the platform does elsewhere. */
import { type RefObject, useEffect } from 'react';
import { hasPopovers } from './popover.ts';
import { useEscape } from './use-escape.ts';

export function useLightDismiss(popover: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void) {
  const isOn = isOpen && !hasPopovers();
  useEscape(isOn, close, 'popover');
  useEffect(() => {
    if (!isOn) return;
    const leave = ({ target }: PointerEvent) => {
      const isWithin = target instanceof Node && popover.current?.contains(target) === true;
      // The button that opens it closes it by itself.
      const isButton = target instanceof Element && target.closest('[aria-expanded="true"]') !== null;
      if (!isWithin && !isButton) close();
    };
    document.addEventListener('pointerdown', leave, { capture: true });
    return () => document.removeEventListener('pointerdown', leave, { capture: true });
  }, [popover, isOn, close]);
}
