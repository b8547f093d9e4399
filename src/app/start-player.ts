/** Starts the player of what was opened. Until the simulation is loaded, it keeps the commands that it's given. */
import { beginPredicting } from '../features/quiz/predicting.ts';
import { loadPhrasebook } from '../locales/languages.ts';
import { startPlaybackClock } from '../player/playback-clock.ts';
import type { LanguageId } from '../url/languages.ts';
import { keepAddress } from './keep-address.ts';
import { createLazyPlayer, type LazyPlayer } from './lazy-player.ts';
import { loadSimulation } from './load-simulation.ts';
import type { OpenedPage } from './open-page.ts';

export async function startPlayer(page: OpenedPage, language: LanguageId): Promise<LazyPlayer> {
  const { opened, kept, waiting, link, viewText, needsSimulation } = page;
  const { state } = opened;
  const lazy = createLazyPlayer(state, async () => {
    // Together, so that no command is given before it can be kept.
    const [{ reduce }, phrasebook] = await Promise.all([
      loadSimulation(),
      needsSimulation ? state.phrasebook : loadPhrasebook(language),
      following,
    ]);
    return { reduce, phrasebook };
  });
  const { player, load } = lazy;
  const following = keepAddress(lazy, kept, needsSimulation);
  if (needsSimulation) await load().catch(() => {});
  const { dispatch } = player.getState();
  // The animated elements aren't loaded yet.
  if (waiting.length > 0) dispatch({ kind: 'allow-motion', allowed: false });
  for (const action of waiting) dispatch(action);
  if (link.transit !== undefined) dispatch({ kind: 'set-transit', transit: link.transit });
  if (link.focus !== undefined) dispatch({ kind: 'set-focus', node: link.focus });
  // Before the first paint: otherwise the answer would be visible for a moment.
  if (link.predict) await beginPredicting(player, viewText);
  startPlaybackClock(player);
  return lazy;
}
