/** Caches the page for offline use. A newer version waits until the reader asks for it. */
import { Workbox } from 'workbox-window';

/**
 * @param onWaiting Called with a function that loads the newer version. Nothing reloads by itself, in this tab or in
 * others.
 */
export async function keepForOffline(onWaiting: (renew: () => void) => void): Promise<void> {
  const worker = new Workbox('./sw.js');
  let isAsked = false;
  const renew = () => {
    isAsked = true;
    worker.messageSkipWaiting();
  };
  worker.addEventListener('waiting', () => onWaiting(renew));
  worker.addEventListener('controlling', ({ isUpdate = false }) => {
    if (isAsked) location.reload();
    else if (isUpdate) onWaiting(() => location.reload());
  });
  await worker.register();
}
