/** Starts the page: reads the link, loads the language, opens the player. */
import './array-methods.ts';
import 'virtual:own-fonts.css';
import './fallback-fonts.css';
import './base.css';
import { type ReactNode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { beginPredicting } from '../features/quiz/predicting.ts';
import { loadPhrasebook, loadViewText } from '../locales/languages.ts';
import { timelineIndex } from '../player/comparison.ts';
import { startPlaybackClock } from '../player/playback-clock.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { timelineKeys } from '../url/comparison-keys.ts';
import { diagramCodeIn } from '../url/diagram-hash.ts';
import { keepLink, keepWaiting, keptBranches, takeWaiting } from '../url/kept-work.ts';
import type { LanguageId } from '../url/languages.ts';
import type { Link } from '../url/link.ts';
import { pageHash, pageSearch } from '../url/page-address.ts';
import { type ParsedQuery, parseQuery, writeQuery } from '../url/query.ts';
import { App } from './app.tsx';
import { Started } from './first-paint/started.tsx';
import { earlierFutures, nameEntry, presentEntry, reopen } from './history-entries.ts';
import { hasBranches, type Kept, openedBranch } from './kept-branches.ts';
import { createLazyPlayer, type LazyPlayer } from './lazy-player.ts';
import type { Opened } from './opened.ts';
import { openingAddress } from './opening-address.ts';
import { openingLink } from './opening-link.ts';
import { isOpeningRun, loadOpeningDiagram, openOpeningRun } from './opening-run.ts';
import { openingTheme } from './opening-theme.ts';
import { watchForGoneParts } from './parts-gone.ts';
import { preferredLanguage, reportNotKept } from './preferences.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  const { work } = nameEntry();
  const { search, hash } = openingAddress(work);
  const parsed = parseQuery(search);
  const { theme, present = false, embed = false, lang } = parsed.query;
  // Before the first paint, and before the language has loaded: avoids flashes and a second layout.
  document.documentElement.dataset.theme = openingTheme(theme);
  document.documentElement.toggleAttribute('data-present', present);
  document.documentElement.toggleAttribute('data-embed', embed && !present);
  const diagramCode = diagramCodeIn(hash);
  const language = lang ?? preferredLanguage();
  const [link, viewText, openingDiagram] = await Promise.all([
    diagramCode === null ? openingLink(parsed, hash) : openingLink(withoutRunKeys(parsed), ''),
    loadViewText(language),
    loadOpeningDiagram(language),
  ]);
  const kept: Kept = { branches: keptBranches(work), futures: earlierFutures() };
  const waiting = takeWaiting(work);
  const needsSimulation =
    openingDiagram === null ||
    !isOpeningRun(link) ||
    hasBranches(kept) ||
    waiting.length > 0 ||
    diagramCode !== null;
  const opened = needsSimulation
    ? await openAnyRun(link, language, kept)
    : openOpeningRun(link, openingDiagram);
  const { state, problems } =
    diagramCode === null
      ? opened
      : await (await import('./open-diagram.ts')).openDiagram(opened, diagramCode, parsed);
  const lazy = createLazyPlayer(state, async () => {
    // Together, so that no command is given before it can be kept.
    const [{ reduce }, phrasebook] = await Promise.all([
      loadSimulation(),
      needsSimulation ? state.phrasebook : loadPhrasebook(language),
      following,
    ]);
    return { reduce, phrasebook };
  });
  const { player, load, whenDropped } = lazy;
  const following = keepAddress(lazy, needsSimulation ? importFollower : loadFollower, kept);
  if (needsSimulation) await load().catch(() => {});
  // The animated elements aren't loaded yet.
  if (waiting.length > 0) player.getState().dispatch({ kind: 'allow-motion', allowed: false });
  for (const action of waiting) player.getState().dispatch(action);
  if (link.transit !== undefined) {
    player.getState().dispatch({ kind: 'set-transit', transit: link.transit });
  }
  if (link.focus !== undefined) {
    player.getState().dispatch({ kind: 'set-focus', node: link.focus });
  }
  // Before the first paint: otherwise the answer would be visible for a moment.
  if (link.predict) await beginPredicting(player, viewText);
  startPlaybackClock(player);
  // A link to another run, pasted over this one's address, changes only the hash.
  window.addEventListener('hashchange', () => {
    if (presentEntry() === null) reopen();
  });
  const loadRest = () => {
    // The next command needs it.
    afterPaint(async () => {
      await load();
      (await loadSimulation()).prepareCommands(player);
    })().catch(() => {});
    // Without them, text in other characters is in a system font.
    afterPaint(() => import('./typed-fonts.ts'))().catch(() => {});
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
    show(<PresenterApp player={player} viewText={viewText} session={link.presenter} />);
  } else {
    show(
      <App
        player={player}
        whenDropped={whenDropped}
        loadPhrasebook={afterPaint(load)}
        viewText={viewText}
        link={link}
        problems={problems}
      />,
    );
  }
}

/** The run below a diagram is at its opening: the step in the address is the diagram's, and so is what is shown. */
function withoutRunKeys({ query, problems }: ParsedQuery): ParsedQuery {
  const { step: _, pair: __, detail: ___, predict: ____, hide: _____, focus: ______, ...rest } = query;
  return { query: rest, problems };
}

async function openAnyRun(link: Link, language: LanguageId, kept: Kept): Promise<Opened> {
  const [{ open }, phrasebook] = await Promise.all([loadSimulation(), loadPhrasebook(language)]);
  return open(link, phrasebook, kept);
}

/** The only place where the page loads the simulation. */
const loadSimulation = () => import('./simulation.ts');

const importFollower = () => import('./follow-entries.ts');
/** Loaded after the first paint. Changes until then are written once it's there. */
const loadFollower = afterPaint(importFollower);

/** Never rejects: without the follower, only the address stays unchanged. */
async function keepAddress(lazy: LazyPlayer, load: typeof importFollower, kept: Kept): Promise<void> {
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
    const { followEntries } = await load();
    const opened = isOpenedOver ? (openedBranch(kept.branches) ?? written.history.present) : null;
    followEntries({
      player,
      setMiddleware,
      opened,
      onNotKept: () => reportNotKept('branches-not-kept'),
      written,
    });
    isFollowed = true;
  } catch {
    // Other parts of the same load report the failure.
  }
}

watchForGoneParts();
start().catch((error: unknown) => {
  // This message stands in index.html, where it needs no script. CSS shows it after a delay.
  document.documentElement.dataset.failed = '';
  throw error;
});
