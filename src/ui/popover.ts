/**
 * The platform's popovers. Chrome before 114, Firefox before 125 and Safari before 17 have none: there a popover is an
 * ordinary element that is hidden while it's closed.
 */

export function hasPopovers(): boolean {
  return 'popover' in HTMLElement.prototype;
}

/** Whether a dialog or a popover is open, which Escape closes first. */
export function isLayerOpen(): boolean {
  // A browser that doesn't know a pseudo-class throws.
  const popover = hasPopovers() ? ':popover-open' : '[popover]:not([hidden])';
  return document.querySelector(`dialog[open], ${popover}`) !== null;
}
