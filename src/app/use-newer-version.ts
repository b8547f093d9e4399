/** Whether a newer version of the page waits, and how it is loaded. */
import { useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

export interface NewerVersion {
  /** Loads the page again; what is on the stage is in its address. */
  readonly load: () => void;
  readonly dismiss: () => void;
}

/** @param isKept Whether the page is to be kept for times without a network. */
export function useNewerVersion(isKept: boolean): NewerVersion | null {
  const [load, setLoad] = useState<(() => void) | null>(null);
  useEffect(() => {
    // The development server and the page in one file keep nothing.
    if (!isKept || import.meta.env.MODE !== 'production' || !('serviceWorker' in navigator)) return;
    return whenIdle(() => {
      import('./offline.ts')
        .then(({ keepForOffline }) => keepForOffline((renew) => setLoad(() => renew)))
        .catch(() => {
          // A browser that does not allow it loses nothing but this.
        });
    });
  }, [isKept]);
  return load === null ? null : { load, dismiss: () => setLoad(null) };
}
