/** Opens a run's link as if the page had been opened with it. Back returns to the present run. */
import { keepLink, noteAddress } from './kept-work.ts';

export function openLink(link: string): void {
  const work = crypto.getRandomValues(new Uint32Array(4)).join('-');
  history.pushState({ work, isOpenedOver: true }, '', link);
  keepLink(work, link);
  noteAddress(work, location.href);
  location.reload();
}
