/** Starts the page: reads the link, loads the language, opens the player. */
import './array-methods.ts';
import 'virtual:own-fonts.css';
import './fallback-fonts.css';
import './base.css';
import { type ReactNode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { afterStage } from '../features/after-stage.ts';
import { beginPredicting } from '../features/quiz/predicting.ts';
import { loadLanguage } from '../locales/languages.ts';
import { startPlaybackClock } from '../player/playback-clock.ts';
import type { PlayerStore } from '../player/player.ts';
import type { PlayerState } from '../player/state.ts';
import { pageHash, pageSearch } from '../url/page-address.ts';
import { parseQuery } from '../url/query.ts';
import { hasKeptFutures, keptFutures } from './address.ts';
import { App } from './app.tsx';
import { Started } from './first-paint/started.tsx';
import { createLazyPlayer } from './lazy-player.ts';
import { openingLink } from './opening-link.ts';
import { isOpeningRun, openOpeningRun } from './opening-run.ts';
import { openingTheme } from './opening-theme.ts';
import { preferredLanguage } from './preferences.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  const parsed = parseQuery(pageSearch());
  const { theme, present = false, embed = false, lang } = parsed.query;
  // Before the first paint, and before the language has loaded: avoids flashes and a second layout.
  document.documentElement.dataset.theme = openingTheme(theme);
  document.documentElement.toggleAttribute('data-present', present);
  document.documentElement.toggleAttribute('data-embed', embed && !present);
  const [link, language] = await Promise.all([
    openingLink(parsed, pageHash()),
    loadLanguage(lang ?? preferredLanguage()),
  ]);
  const needsSimulation = !isOpeningRun(link) || hasKeptFutures();
  const { state, problems } = needsSimulation
    ? (await loadSimulation()).open(link, language.phrasebook, keptFutures())
    : openOpeningRun(link, language.phrasebook);
  const { player, preload, whenDropped } = createLazyPlayer(
    state,
    async () => (await loadSimulation()).reduce,
  );
  if (needsSimulation) await preload();
  // Before the first paint: otherwise the answer would be visible for a moment.
  if (link.predict) await beginPredicting(player, language.viewText);
  startPlaybackClock(player);
  // A link to another run, pasted over this one's address, changes only the hash.
  window.addEventListener('hashchange', () => location.reload());
  const opened = player.getState();
  const loadRest = () => {
    keepAddress(player, opened);
    // The next command needs it.
    void afterStage(preload)();
    // Without them, text in other characters is in a system font.
    afterStage(() => import('./typed-fonts.ts'))().catch(() => {});
  };
  const show = (page: ReactNode) => {
    // A transition is rendered in slices, so that the page answers meanwhile.
    startTransition(() =>
      createRoot(root).render(
        <>
          {page}
          <Started root={root} onStarted={loadRest} />
        </>,
      ),
    );
  };
  if (link.presenter !== undefined) {
    const { PresenterApp } = await import('./presenter-app.tsx');
    show(<PresenterApp player={player} language={language} session={link.presenter} />);
  } else {
    show(
      <App player={player} whenDropped={whenDropped} language={language} link={link} problems={problems} />,
    );
  }
}

/** The only place where the page loads the simulation. */
const loadSimulation = () => import('./simulation.ts');

/** Loaded after the first paint. Changes until then are written once it's there. */
const loadFollower = afterStage(() => import('./sync-address.ts'));

function keepAddress(player: PlayerStore, opened: PlayerState): void {
  loadFollower().then(
    ({ followAddress }) => followAddress(player, opened),
    // The address stays unchanged. Other parts of the same load report the failure.
    () => {},
  );
}

start().catch((error: unknown) => {
  // This message stands in index.html, where it needs no script. CSS shows it after a delay.
  document.documentElement.dataset.failed = '';
  throw error;
});
