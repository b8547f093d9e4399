/** Keeps the page for times without a network. A newer version of it waits until the reader asks for it. */
import { Workbox } from 'workbox-window';

/**
 * @param onWaiting Called when there is a newer version, with what loads it. Nothing is loaded again by itself, be it in
 *   this tab or, when another one asked for the newer version, in that.
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
