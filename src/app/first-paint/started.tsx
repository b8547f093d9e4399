/** The moment at which the page takes over from the first paint. Rendered after the page. */
import { useEffect, useLayoutEffect, useState } from 'react';
import { controlNamed, nameOf, replayInput } from './early-input.ts';

/** React stops at 50 updates within one effect. A key that is held down repeats more often on a slow network. */
const REPLAYED_AT_ONCE = 10;

interface StartedProps {
  readonly root: HTMLElement;
  /** Called once, after the page has answered what was pressed before. The same function each time. */
  readonly onStarted: () => void;
}

export function Started({ root, onStarted }: StartedProps) {
  // Read while rendering, because showing the page removes the element with the focus.
  const [focused] = useState(() => nameOfFocused(root));
  useLayoutEffect(() => {
    root.removeAttribute('data-early');
    document.getElementById('start-message')?.remove();
    if (focused !== null) controlNamed(root, focused)?.focus({ preventScroll: true });
  }, [root, focused]);
  // By now the page listens for keys.
  useEffect(() => {
    const inputs = window.earlyInputs?.take() ?? [];
    delete window.earlyInputs;
    const replayFrom = (start: number) => {
      for (const input of inputs.slice(start, start + REPLAYED_AT_ONCE)) replayInput(root, input);
      if (start + REPLAYED_AT_ONCE < inputs.length) setTimeout(replayFrom, 0, start + REPLAYED_AT_ONCE);
      else onStarted();
    };
    replayFrom(0);
  }, [root, onStarted]);
  return null;
}

function nameOfFocused(root: HTMLElement): string | null {
  const focused = document.activeElement;
  return focused !== null && focused !== root && root.contains(focused) ? nameOf(focused) : null;
}
