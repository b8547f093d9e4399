/** Starts the page: reads the address, opens its run or diagram, and shows it. */
import './array-methods.ts';
import 'virtual:own-fonts.css';
import './fallback-fonts.css';
import './base.css';
import { type ReactNode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { afterPaint } from '../ui/after-paint.ts';
import { preload } from '../ui/use-loaded.ts';
import { type ParsedQuery, parseQuery } from '../url/query.ts';
import { App } from './app.tsx';
import { hasStandIn } from './first-paint/stand-in.tsx';
import { Started } from './first-paint/started.tsx';
import { nameEntry, presentEntry, reopen } from './history-entries.ts';
import type { LazyPlayer } from './lazy-player.ts';
import { createAroundLoader } from './load-around.tsx';
import { loadSimulation } from './load-simulation.ts';
import { openPage } from './open-page.ts';
import { openingAddress } from './opening-address.ts';
import { openingTheme } from './opening-theme.ts';
import { watchForGoneParts } from './parts-gone.ts';
import { preferredLanguage } from './preferences.ts';
import { startPlayer } from './start-player.ts';

async function start(): Promise<void> {
  const { work } = nameEntry();
  const { search, hash } = openingAddress(work);
  const parsed = parseQuery(search);
  setLook(parsed.query);
  const language = parsed.query.lang ?? preferredLanguage();
  // Without a first paint to stand in for them, the page is shown together with the parts around its stage.
  const isShownLater = hasStandIn();
  const loadAround = createAroundLoader(language, isShownLater);
  const around = isShownLater ? null : preload(loadAround);
  const page = await openPage({ parsed, hash, work, language, loadAround });
  const { link, stageText, opened } = page;
  let onShown = () => {};
  const shown = new Promise<void>((resolve) => {
    onShown = resolve;
  });
  const lazy = await startPlayer(page, language, loadAround, shown);
  const onStarted = () => {
    onShown();
    loadRest(lazy);
  };
  await around;
  // A link to another run, pasted over this one's address, changes only the hash.
  window.addEventListener('hashchange', () => {
    if (presentEntry() === null) reopen();
  });
  if (link.presenter !== undefined) {
    const [{ PresenterApp }, { viewText }] = await Promise.all([import('./presenter-app.tsx'), loadAround()]);
    show(<PresenterApp player={lazy.player} viewText={viewText} session={link.presenter} />, onStarted);
  } else {
    show(
      <App
        player={lazy.player}
        whenDropped={lazy.whenDropped}
        loadPhrasebook={afterPaint(lazy.load)}
        stageText={stageText}
        loadAround={loadAround}
        link={link}
        problems={opened.problems}
      />,
      onStarted,
    );
  }
}

/** Before the first paint, and before the language has loaded: avoids flashes and a second layout. */
function setLook({ theme, present = false, embed = false }: ParsedQuery['query']): void {
  const { documentElement: page } = document;
  page.dataset.theme = openingTheme(theme);
  page.toggleAttribute('data-present', present);
  page.toggleAttribute('data-embed', embed && !present);
}

function show(page: ReactNode, onStarted: () => void): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  // A transition is rendered in slices, so that the page answers meanwhile.
  startTransition(() =>
    createRoot(root).render(
      <>
        {page}
        <Started root={root} onStarted={onStarted} />
      </>,
    ),
  );
}

function loadRest({ player, load }: LazyPlayer): void {
  // The next command needs it.
  afterPaint(async () => {
    await load();
    (await loadSimulation()).prepareCommands(player);
  })().catch(() => {});
  // Without them, text in other characters is in a system font.
  afterPaint(() => import('./typed-fonts.ts'))().catch(() => {});
}

watchForGoneParts();
start().catch((error: unknown) => {
  // This message stands in index.html, where it needs no script. CSS shows it after a delay.
  document.documentElement.dataset.failed = '';
  throw error;
});
