/** Whether a newer version of the page is available, and how to load it. */
import { useEffect, useState } from 'react';
import { usePartsAreGone } from './parts-gone.ts';
import { whenIdle } from './when-idle.ts';

export interface NewerVersion {
  /** Reloads the page. The address holds the present step. */
  readonly load: () => void;
  /** Whether parts of the present version can't be loaded any more. */
  readonly isNeeded: boolean;
  readonly dismiss: () => void;
}

/** @param isKept Whether to cache the page for offline use. */
export function useNewerVersion(isKept: boolean): NewerVersion | null {
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
  const partsAreGone = usePartsAreGone();
  const [isDismissed, setIsDismissed] = useState(false);
  if (load !== null) return { load, isNeeded: partsAreGone, dismiss: () => setLoad(null) };
  if (!partsAreGone || isDismissed) return null;
  return { load: () => location.reload(), isNeeded: true, dismiss: () => setIsDismissed(true) };
}
