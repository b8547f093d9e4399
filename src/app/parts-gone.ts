/**
 * Whether the server has a newer version of the page and parts of this one are gone. A page that is open during a
 * redeploy can't load them any more: only a reload helps.
 */
import { useSyncExternalStore } from 'react';

let areGone = false;
const listeners = new Set<() => void>();

/** Watches for parts that fail to load. Without a network they may load later, so nothing is announced then. */
export function watchForGoneParts(): void {
  // Vite dispatches it for each dynamic import that fails.
  window.addEventListener('vite:preloadError', () => {
    void isReplaced().then((isGone) => {
      if (!isGone || areGone) return;
      areGone = true;
      for (const listener of listeners) listener();
    });
  });
}

export function usePartsAreGone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => areGone,
    // At build time.
    () => false,
  );
}

/** Asks the server for the page, and whether that still names the script that runs here. */
async function isReplaced(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  if (!script) return false;
  try {
    const response = await fetch(location.pathname, { cache: 'no-store' });
    return response.ok && !(await response.text()).includes(script);
  } catch {
    return false;
  }
}
