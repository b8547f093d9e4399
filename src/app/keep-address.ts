/** Keeps the address up to date with the run, from the first step on: the module that writes it is loaded later. */
import { timelineIndex } from '../player/comparison.ts';
import { timelineKeys } from '../url/comparison-keys.ts';
import { keepLink, keepWaiting } from '../url/kept-work.ts';
import { pageHash, pageSearch } from '../url/page-address.ts';
import { writeQuery } from '../url/query.ts';
import { nameEntry } from './history-entries.ts';
import { type Kept, openedOverIn } from './kept-branches.ts';
import type { LazyPlayer } from './lazy-player.ts';
import { reportNotKept } from './preferences.ts';

/**
 * Never rejects: without the follower, only the address stays unchanged.
 *
 * @param mayLoad Settles when the follower may be loaded. It shares modules with the simulation, so the page would load
 * slower with it. Changes until then are written once it's there.
 */
export async function keepAddress(lazy: LazyPlayer, kept: Kept, mayLoad: Promise<void>): Promise<void> {
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
    await mayLoad;
    const { followEntries } = await import('./follow-entries.ts');
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
