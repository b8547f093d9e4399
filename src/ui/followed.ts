/** Client-side navigation: a plain click on a link doesn't reload the page. */
import type { MouseEvent } from 'react';
import { isPlainClick } from './plain-click.ts';

export function followed(go: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go();
  };
}
