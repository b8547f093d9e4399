/** The moment at which the page takes over from the first paint. Rendered after the page. */
import { useEffect, useLayoutEffect } from 'react';
import type { EarlyInput } from './early-input.ts';
import { useTakeOver } from './take-over.ts';

interface StartedProps {
  readonly root: HTMLElement;
  /** Called once, after the page has answered what was pressed before. The same function each time. */
  readonly onStarted: () => void;
}

export function Started({ root, onStarted }: StartedProps) {
  useLayoutEffect(() => {
    root.removeAttribute('data-early');
    document.getElementById('start-message')?.remove();
  }, [root]);
  // By now the page listens for keys.
  useTakeOver(root, takeEarlyInputs);
  useEffect(onStarted, [onStarted]);
  return null;
}

function takeEarlyInputs(): readonly EarlyInput[] {
  const inputs = window.earlyInputs?.take() ?? [];
  delete window.earlyInputs;
  return inputs;
}
