/** Waits until what stands in the page is on the screen. */
export function afterNextFrame(then: () => void): void {
  // A page in the background doesn't render frames, nor does a build, which has no document.
  if (typeof document === 'undefined' || document.hidden) setTimeout(then);
  else requestAnimationFrame(() => setTimeout(then));
}
