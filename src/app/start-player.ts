/** Starts the player of what was opened. Until the simulation is loaded, it keeps the commands that it's given. */
import { beginPredicting } from '../features/quiz/predicting.ts';
import { loadPhrasebook } from '../locales/languages.ts';
import { startPlaybackClock } from '../player/playback-clock.ts';
import { type Loader, loaded } from '../ui/use-loaded.ts';
import type { LanguageId } from '../url/languages.ts';
import { keepAddress } from './keep-address.ts';
import { createLazyPlayer, type LazyPlayer } from './lazy-player.ts';
import { loadSimulation } from './load-simulation.ts';
import type { OpenedPage } from './open-page.ts';

/** @param shown Settles when the page is on the screen. */
export async function startPlayer(
  page: OpenedPage,
  language: LanguageId,
  loadAround: Loader<unknown>,
  shown: Promise<void>,
): Promise<LazyPlayer> {
  const { opened, kept, waiting, link, stageText, pending } = page;
  const { state } = opened;
  const lazy = createLazyPlayer(state, async () => {
    // Together, so that no command is given before it can be kept.
    const [{ reduce, atReachedScene, runForPageInSlices }, phrasebook] = await Promise.all([
      loadSimulation(),
      pending === null ? state.phrasebook : loadPhrasebook(language),
      following,
      // What waits for the phrasebook needs the words around it, and a crash what draws it.
      loaded(loadAround),
    ]);
    pending?.arrive(await runForPageInSlices(pending.run));
    return { reduce, atReachedScene, phrasebook };
  });
  const { player, load } = lazy;
  // A page that can't be shown without the simulation waits for both.
  const following = keepAddress(lazy, kept, pending === null ? Promise.resolve() : shown);
  if (pending === null) await load().catch(() => {});
  const { dispatch } = player.getState();
  // The animated elements aren't loaded yet.
  if (waiting.length > 0) dispatch({ kind: 'allow-motion', allowed: false });
  for (const action of waiting) dispatch(action);
  if (link.transit !== undefined) dispatch({ kind: 'set-transit', transit: link.transit });
  if (link.focus !== undefined) dispatch({ kind: 'set-focus', node: link.focus });
  // Before the first paint: otherwise the answer would be visible for a moment.
  if (link.predict) await beginPredicting(player, stageText);
  startPlaybackClock(player);
  return lazy;
}
