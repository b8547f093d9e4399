/** Links that the page follows itself: what a plain click means is done without a reload. */
import type { MouseEvent } from 'react';

export function followed(go: () => void): (event: MouseEvent) => void {
  return (event) => {
    // Another tab, another window and a download are the browser's.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go();
  };
}
