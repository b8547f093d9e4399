/** Arrow keys go through what can be pressed in a menu, Home and End to its ends. So does Tab, as between any buttons. */
import type { KeyboardEvent } from 'react';

export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), a, summary')];
  const targets = all.filter(
    (each) => each.closest('details:not([open])') === null || each.matches('summary'),
  );
  const here = targets.findIndex((each) => each.matches(':focus'));
  const next = {
    ArrowDown: here + 1,
    ArrowUp: here < 0 ? targets.length - 1 : here - 1,
    Home: 0,
    End: targets.length - 1,
  }[event.key];
  if (next === undefined || targets.length === 0) return;
  event.preventDefault();
  targets.at(next % targets.length)?.focus();
}
