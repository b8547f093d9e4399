/** Client-side navigation: a plain click on a link doesn't reload the page. */
import type { MouseEvent } from 'react';

export function followed(go: () => void): (event: MouseEvent) => void {
  return (event) => {
    // A new tab, a new window and a download are left to the browser.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go();
  };
}
