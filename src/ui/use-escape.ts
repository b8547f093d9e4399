/** Escape closes one thing at a time: of the topmost layer, the one that was opened last. */
import { useEffectEvent, useLayoutEffect } from 'react';
import { isLayerOpen } from './popover.ts';

/**
 * The layers, from the lowest. A `view` stays until it's ended, such as hidden nodes: it lies below every panel, also
 * below one whose code has arrived before its own. A `popover` closes itself, instead of leaving that to the browser.
 */
const layers = ['view', 'panel', 'popover'] as const;
type Layer = (typeof layers)[number];

interface Escapable {
  readonly onEscape: (event: KeyboardEvent) => void;
  readonly layer: Layer;
}

/** The one that was opened last is the last. */
const open: Escapable[] = [];

/** An open dialog or popover lies above everything else. The browser closes it, unless it handles the key itself. */
function handle(event: KeyboardEvent): void {
  if (event.code !== 'Escape' || event.isComposing) return;
  const isCovered = isLayerOpen();
  const top = layers
    .toReversed()
    .filter((layer) => layer === 'popover' || !isCovered)
    .map((layer) => open.findLast((escapable) => escapable.layer === layer))
    .find((escapable) => escapable !== undefined);
  if (top === undefined) return;
  event.stopPropagation();
  top.onEscape(event);
}

/**
 * Calls back on Escape while it's on and nothing lies above it, and stops the event. Presenting ends last, so it has
 * a listener of its own that comes after this one.
 */
export function useEscape(
  isOn: boolean,
  onEscape: (event: KeyboardEvent) => void,
  layer: Layer = 'panel',
): void {
  const call = useEffectEvent(onEscape);
  // Before the page is painted: a quick Escape must not be lost.
  useLayoutEffect(() => {
    if (!isOn) return;
    const escapable: Escapable = { onEscape: (event) => call(event), layer };
    if (open.length === 0) document.addEventListener('keydown', handle, { capture: true });
    open.push(escapable);
    return () => {
      open.splice(open.indexOf(escapable), 1);
      if (open.length === 0) document.removeEventListener('keydown', handle, { capture: true });
    };
  }, [isOn, layer]);
}
