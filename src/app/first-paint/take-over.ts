/** A part of the page takes the place of its first paint: the focus stays, and what was pressed before acts now. */
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { controlNamed, type EarlyInput, nameOf, replayInput } from './early-input.ts';

/**
 * For a component that's mounted together with the part, or after it.
 *
 * @param root Contains the first paint, and then the part.
 * @param takeInputs Called once, when the part listens.
 */
export function useTakeOver(root: HTMLElement, takeInputs: () => readonly EarlyInput[]): void {
  // Read while rendering, because showing the part removes the element with the focus.
  const [focused] = useState(() => nameOfFocused(root));
  useLayoutEffect(() => {
    if (focused !== null) controlNamed(root, focused)?.focus({ preventScroll: true });
  }, [root, focused]);
  const replay = useEffectEvent(() => {
    for (const input of takeInputs()) replayInput(root, input);
  });
  useEffect(() => replay(), []);
}

function nameOfFocused(root: HTMLElement): string | null {
  const focused = document.activeElement;
  return focused !== null && focused !== root && root.contains(focused) ? nameOf(focused) : null;
}
