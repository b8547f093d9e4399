// @vitest-environment jsdom
/** The guide's pages and runs load at their own speed; the reader sees what they asked for last. */
import '../support/browser-stubs.ts';
import { act, render, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createLazyPlayer, type LazyPlayer } from '../../src/app/lazy-player.ts';
import { useGuidePlace } from '../../src/app/use-guide-place.ts';
import type { Guide } from '../../src/features/guide-context.ts';
import { PhrasebookLoaderProvider } from '../../src/features/with-phrasebook.tsx';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import { reduce } from '../../src/player/reduce.ts';
import type { GuidePage, GuidePlace } from '../../src/url/guide-pages.ts';
import { languages } from '../support/mount.tsx';
import { openedState } from '../support/opened-player.ts';

/** Ends the loading of a page. */
const arrivals = new Map<GuidePage, () => void>();
vi.mock('../../src/features/guide/preload-page.ts', () => ({
  preloadPage: (_: unknown, page: GuidePage) =>
    new Promise<boolean>((resolve) => arrivals.set(page, () => resolve(true))),
}));

beforeEach(() => {
  arrivals.clear();
  history.replaceState(null, '', '/');
});

let guide: Guide;
const onNotLoaded = vi.fn();

function openGuide({ player, load }: Pick<LazyPlayer, 'player' | 'load'>, linked: GuidePlace | null = null) {
  const View = () => {
    guide = useGuidePlace(player, languages.en.viewText, linked, onNotLoaded);
    return null;
  };
  render(
    <PhrasebookLoaderProvider value={load}>
      <View />
    </PhrasebookLoaderProvider>,
  );
}

/** @param network Whether the simulation can be loaded. */
function lazyPlayer(network = { isOnline: true }): LazyPlayer {
  return createLazyPlayer(openedState(), async () => {
    if (!network.isOnline) throw new Error('No network');
    return { reduce, phrasebook: languages.en.phrasebook };
  });
}

const arrive = (page: GuidePage) => act(async () => arrivals.get(page)?.());
const entry = null;
const lab: GuidePlace = { page: 'lab', entry };

test('the page that was asked for last stays open when an earlier one loads later', async () => {
  openGuide(lazyPlayer());
  void guide.go(lab);
  void guide.go({ page: 'glossary', entry });
  await arrive('glossary');
  expect(guide.place?.page).toBe('glossary');
  await arrive('lab');
  expect(guide.place?.page).toBe('glossary');
  expect(location.search).toContain('glossary');
});

test('a page that loads after the reader went elsewhere does not open', async () => {
  openGuide(lazyPlayer(), { page: 'glossary', entry });
  void guide.go(lab);
  act(() => guide.close());
  await arrive('lab');
  expect(guide.place).toBeNull();
});

test('a run of the guide opens at the step that was asked for', async () => {
  const { player, load } = lazyPlayer();
  openGuide({ player, load }, lab);
  const scenario = sandbox.scenes?.[0]?.scenario ?? sandbox.scenario;
  guide.openRun({ scenario, commands: [] }, ({ steps }) => steps.length - 1);
  await waitFor(() => expect(guide.place).toBeNull());
  const { recording, step } = player.getState();
  expect(recording.run?.scenario).toBe(scenario);
  expect(step).toBe((recording.run?.steps.length ?? 0) - 1);
  expect(guide.openedFrom?.place).toEqual(lab);
});

test('a run that could not be loaded does not move the run that opens next', async () => {
  const network = { isOnline: false };
  const { player, load } = lazyPlayer(network);
  openGuide({ player, load }, lab);
  guide.openRun({ scenario: sandbox.scenario, commands: [] }, () => 0);
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(guide.place).toEqual(lab);
  network.isOnline = true;
  await act(load);
  act(() => player.getState().dispatch({ kind: 'open-lesson', lesson: sandbox, lessonPosition: 0 }));
  expect(player.getState().step).toBeGreaterThan(0);
  expect(guide.place).toEqual(lab);
});
