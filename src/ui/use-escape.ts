/** Escape closes one thing at a time: the one that was opened last. */
import { useEffectEvent, useLayoutEffect } from 'react';
import { isLayerOpen } from './popover.ts';

interface Escapable {
  readonly onEscape: (event: KeyboardEvent) => void;
  readonly isPopover: boolean;
}

/** The one that was opened last is the last. */
const open: Escapable[] = [];

/** An open dialog or popover lies above everything else. The browser closes it, unless it handles the key itself. */
function handle(event: KeyboardEvent): void {
  if (event.code !== 'Escape' || event.isComposing) return;
  const isCovered = isLayerOpen();
  const top = open.findLast(({ isPopover }) => isPopover || !isCovered);
  if (top === undefined) return;
  event.stopPropagation();
  top.onEscape(event);
}

/**
 * Calls back on Escape while it's on and nothing was opened later, and stops the event. Presenting ends last, so it has
 * a listener of its own that comes after this one.
 *
 * @param kind `popover` for an open popover that closes itself, instead of leaving that to the browser.
 */
export function useEscape(
  isOn: boolean,
  onEscape: (event: KeyboardEvent) => void,
  kind: 'popover' | null = null,
): void {
  const call = useEffectEvent(onEscape);
  // Before the page is painted: a quick Escape must not be lost.
  useLayoutEffect(() => {
    if (!isOn) return;
    const escapable: Escapable = { onEscape: (event) => call(event), isPopover: kind === 'popover' };
    if (open.length === 0) document.addEventListener('keydown', handle, { capture: true });
    open.push(escapable);
    return () => {
      open.splice(open.indexOf(escapable), 1);
      if (open.length === 0) document.removeEventListener('keydown', handle, { capture: true });
    };
  }, [isOn, kind]);
}
