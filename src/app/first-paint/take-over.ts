/** A part of the page takes the place of its first paint: the focus stays, and what was pressed before acts now. */
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { controlNamed, type EarlyInput, nameOf, replayInput } from './early-input.ts';

/**
 * For a component that's mounted together with the part, or after it.
 *
 * @param root Contains the first paint, and then the part.
 * @param takeInputs Called once, when the part listens.
 * @param focusedLast The name of the control that had the focus when the first paint went; null if none had.
 */
export function useTakeOver(
  root: HTMLElement,
  takeInputs: () => readonly EarlyInput[],
  focusedLast?: RefObject<string | null>,
): void {
  // Read while rendering, because showing the part removes the element with the focus.
  const [focusedBefore] = useState(() => nameOfFocused(root));
  useLayoutEffect(() => {
    const focused = focusedLast?.current ?? focusedBefore;
    if (focused !== null) controlNamed(root, focused)?.focus({ preventScroll: true });
  }, [root, focusedBefore, focusedLast]);
  const replay = useEffectEvent(() => {
    for (const input of takeInputs()) replayInput(root, input);
  });
  useEffect(() => replay(), []);
}

export function nameOfFocused(root: HTMLElement): string | null {
  const focused = document.activeElement;
  return focused !== null && focused !== root && root.contains(focused) ? nameOf(focused) : null;
}
