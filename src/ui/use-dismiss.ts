/** A menu that its button opens: Escape and a press beside it close it. */
import { type RefObject, useEffect } from 'react';
import { useEscape } from './use-escape.ts';

/** @param box Contains the button, which gets the focus after Escape. */
export function useDismiss(box: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEscape(isOpen, () => {
    box.current?.querySelector('button')?.focus();
    close();
  });
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: PointerEvent) => {
      // A dialog that was opened from the menu lies above it, and returns the focus to its button.
      if (target instanceof Element && target.closest('dialog') !== null) return;
      if (!(target instanceof Node) || box.current?.contains(target) !== true) close();
    };
    document.addEventListener('pointerdown', leave, { capture: true });
    return () => document.removeEventListener('pointerdown', leave, { capture: true });
  }, [box, isOpen, close]);
}
