/** Arrow keys go through the buttons and links of a menu, Home and End to its ends. */
import type { KeyboardEvent } from 'react';

export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const targets = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), a')];
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
