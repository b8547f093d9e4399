/** The moment at which the page takes over from the first paint. Rendered after the page. */
import { useEffect, useLayoutEffect, useState } from 'react';
import { controlNamed, nameOf, replayInput } from './early-input.ts';

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
    for (const input of window.earlyInputs?.take() ?? []) replayInput(root, input);
    delete window.earlyInputs;
    onStarted();
  }, [root, onStarted]);
  return null;
}

function nameOfFocused(root: HTMLElement): string | null {
  const focused = document.activeElement;
  return focused !== null && focused !== root && root.contains(focused) ? nameOf(focused) : null;
}
