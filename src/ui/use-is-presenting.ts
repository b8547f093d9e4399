/** Whether the page is in the layout for a projector. */
import { useSyncExternalStore } from 'react';

/** The page marks its root while presenting. */
export function useIsPresenting(): boolean {
  return useSyncExternalStore(subscribe, isPresenting);
}

function isPresenting(): boolean {
  return document.documentElement.hasAttribute('data-present');
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-present'] });
  return () => observer.disconnect();
}
