/** Keeps the address up to date with the run, from the first step on: the module that writes it is loaded later. */
import { timelineIndex } from '../player/comparison.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { timelineKeys } from '../url/comparison-keys.ts';
import { keepLink, keepWaiting } from '../url/kept-work.ts';
import { pageHash, pageSearch } from '../url/page-address.ts';
import { writeQuery } from '../url/query.ts';
import { nameEntry } from './history-entries.ts';
import { type Kept, openedOverIn } from './kept-branches.ts';
import type { LazyPlayer } from './lazy-player.ts';
import { reportNotKept } from './preferences.ts';

const loadFollower = () => import('./follow-entries.ts');
/** Loaded after the first paint. Changes until then are written once it's there. */
const loadFollowerLater = afterPaint(loadFollower);

/**
 * Never rejects: without the follower, only the address stays unchanged.
 *
 * @param isAwaited whether the page waits for it, because it can't be shown before the simulation is loaded anyway.
 */
export async function keepAddress(lazy: LazyPlayer, kept: Kept, isAwaited: boolean): Promise<void> {
  const { player, waitingActions, setMiddleware } = lazy;
  const written = player.getState();
  const { work, isOpenedOver } = nameEntry();
  let isFollowed = false;
  window.addEventListener('pagehide', () => {
    keepWaiting(work, waitingActions());
    const state = player.getState();
    // Only steps can have been taken by then.
    if (!isFollowed && timelineIndex(state) !== timelineIndex(written)) {
      keepLink(work, `${writeQuery(pageSearch(), timelineKeys(state))}${pageHash()}`);
    }
  });
  try {
    const { followEntries } = await (isAwaited ? loadFollower : loadFollowerLater)();
    const openedOver = isOpenedOver
      ? (openedOverIn(kept.branches) ?? { branch: written.history.present, isChange: false })
      : null;
    followEntries({
      player,
      setMiddleware,
      openedOver,
      onNotKept: () => reportNotKept('branches-not-kept'),
      written,
    });
    isFollowed = true;
  } catch {
    // Other parts of the same load report the failure.
  }
}
