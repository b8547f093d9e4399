/** Starts the page: reads the link, loads the language, opens the player. */
import './fonts.ts';
import './base.css';
import { createRoot } from 'react-dom/client';
import { afterStage } from '../features/after-stage.ts';
import { beginPredicting } from '../features/quiz/predicting.ts';
import { loadLanguage } from '../locales/languages.ts';
import { startPlaybackClock } from '../player/playback-clock.ts';
import type { PlayerStore } from '../player/player.ts';
import { withParts } from '../simulation/fetch-parts.ts';
import { pageHash, pageSearch } from '../url/page-address.ts';
import { parseQuery } from '../url/query.ts';
import { rememberedFutures } from './address.ts';
import { App } from './app.tsx';
import { open } from './open.ts';
import { openingLink } from './opening-link.ts';
import { preferredLanguage } from './preferences.ts';
import { openingTheme } from './use-theme.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  const parsed = parseQuery(pageSearch());
  const { theme, present = false, embed = false, lang } = parsed.query;
  // Before the first paint, and before the language is there: nothing flashes, nothing is laid out twice.
  document.documentElement.dataset.theme = openingTheme(theme);
  document.documentElement.toggleAttribute('data-present', present);
  document.documentElement.toggleAttribute('data-embed', embed && !present);
  const [link, language] = await Promise.all([
    openingLink(parsed, pageHash()),
    loadLanguage(lang ?? preferredLanguage()),
  ]);
  const futures = rememberedFutures(link.run?.scenario ?? link.lesson.scenario);
  const { player, problems } = await withParts(() => open(link, language.phrasebook, futures));
  // Before anything is shown: else the answer would be seen for a moment.
  if (link.predict) await beginPredicting(player, language.viewText);
  startPlaybackClock(player);
  // A link to another run, pasted over this one's address, changes nothing but the hash.
  window.addEventListener('hashchange', () => location.reload());
  if (link.presenter !== undefined) {
    const { PresenterApp } = await import('./presenter-app.tsx');
    createRoot(root).render(<PresenterApp player={player} language={language} session={link.presenter} />);
  } else {
    createRoot(root).render(<App player={player} language={language} link={link} problems={problems} />);
  }
  keepAddress(player);
}

/** Fetched once the stage has been drawn; what was done by then is written then. */
const loadFollower = afterStage(() => import('./sync-address.ts'));

function keepAddress(player: PlayerStore): void {
  const opened = player.getState();
  loadFollower().then(
    ({ followAddress }) => followAddress(player, opened),
    // The address stays as it is. What comes with it, and is missed more, says what is wrong.
    () => {},
  );
}

start().catch((error: unknown) => {
  // The words for this stand in index.html, where they need no script; they wait a moment before they show.
  document.documentElement.dataset.failed = '';
  throw error;
});
