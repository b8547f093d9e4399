/** Whether the page should be reloaded, why, and how. */
import { useEffect, useState } from 'react';
import { dismissReload, type ReloadReason, useReloadReason } from './parts-gone.ts';
import { whenIdle } from './when-idle.ts';

export interface PageReload {
  readonly reason: ReloadReason;
  /** Reloads the page. The address holds the present step. */
  readonly load: () => void;
  /** Whether parts of the page can't be loaded any more without it. */
  readonly isNeeded: boolean;
  readonly dismiss: () => void;
}

/** @param isKept Whether to cache the page for offline use. */
export function usePageReload(isKept: boolean): PageReload | null {
  const [load, setLoad] = useState<(() => void) | null>(null);
  useEffect(() => {
    // The development server and the one-file page cache nothing.
    if (!isKept || import.meta.env.MODE !== 'production' || !('serviceWorker' in navigator)) return;
    return whenIdle(() => {
      import('./offline.ts')
        .then(({ keepForOffline }) => keepForOffline((renew) => setLoad(() => renew)))
        .catch(() => {
          // If the browser refuses, only offline use is lost.
        });
    });
  }, [isKept]);
  const reason = useReloadReason();
  const shown = load === null ? reason : 'newer-version';
  if (shown === null) return null;
  const dismiss = () => {
    setLoad(null);
    dismissReload();
  };
  return { reason: shown, load: load ?? (() => location.reload()), isNeeded: reason !== null, dismiss };
}
