// @vitest-environment jsdom
/** The guide's pages and runs load at their own speed; the reader sees what they asked for last. */
import '../support/browser-stubs.ts';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nameEntry } from '../../src/app/history-entries.ts';
import { createLazyPlayer, type LazyPlayer } from '../../src/app/lazy-player.ts';
import { useGuideLocation } from '../../src/app/use-guide-location.ts';
import type { Guide } from '../../src/features/guide-context.ts';
import { PhrasebookLoaderProvider } from '../../src/features/with-phrasebook.tsx';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import { atReachedScene } from '../../src/player/reached-scene.ts';
import { reduce } from '../../src/player/reduce.ts';
import type { GuideLocation, GuidePage } from '../../src/url/guide-pages.ts';
import { languages } from '../support/mount.tsx';
import { openedState } from '../support/opened-player.ts';

/** Ends the loading of a page. */
const arrivals = new Map<GuidePage, () => void>();
const loadPage = (page: GuidePage) =>
  new Promise<boolean>((resolve) => arrivals.set(page, () => resolve(true)));

beforeEach(() => {
  arrivals.clear();
  history.replaceState(null, '', '/');
  nameEntry();
});
afterEach(() => vi.restoreAllMocks());

let guide: Guide;
const onNotLoaded = vi.fn();

function openGuide(
  { player, load }: Pick<LazyPlayer, 'player' | 'load'>,
  linked: GuideLocation | null = null,
) {
  const View = () => {
    guide = useGuideLocation(player, loadPage, linked, onNotLoaded);
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
    return { reduce, atReachedScene, phrasebook: languages.en.phrasebook };
  });
}

const arrive = (page: GuidePage) => act(async () => arrivals.get(page)?.());
const entry = null;
const lab: GuideLocation = { page: 'lab', entry };

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

/** Back and Forward settle with the browser's event. */
const travel = (by: -1 | 1) =>
  act(async () => {
    const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    history.go(by);
    await arrived;
  });

async function openPage(place: GuideLocation): Promise<void> {
  void guide.go(place);
  await arrive(place.page);
  expect(guide.place).toEqual(place);
}

const openLab = () => openPage(lab);

const glossary: GuideLocation = { page: 'glossary', entry };
const challenge: GuideLocation = { page: 'repair', entry: 'paid-twice' };
const otherChallenge: GuideLocation = { page: 'repair', entry: 'one-crash' };

test('Back leads from page to page, and from the first one to the stage', async () => {
  openGuide(lazyPlayer());
  const visited = [lab, glossary, challenge, otherChallenge];
  for (const place of visited) await openPage(place);
  for (const place of [challenge, glossary, lab, null]) {
    await travel(-1);
    expect(guide.place).toEqual(place);
  }
  for (const place of visited) {
    await travel(1);
    expect(guide.place).toEqual(place);
  }
});

test('closing a page leads past the pages before it to the stage’s entry', async () => {
  openGuide(lazyPlayer());
  for (const place of [lab, glossary, challenge]) await openPage(place);
  await travel(-1);
  const goBack = vi.spyOn(history, 'go');
  act(() => guide.close());
  await waitFor(() => expect(guide.place).toBeNull());
  expect(goBack.mock.calls).toEqual([[-2]]);
  expect(location.search).toBe('');
});

test('closing a page that was reached from a page in a link stays in the link’s entry', async () => {
  history.replaceState(history.state, '', '/?page=lab');
  openGuide(lazyPlayer(), lab);
  await openPage(glossary);
  await travel(-1);
  expect(guide.place).toEqual(lab);
  await travel(1);
  const goBack = vi.spyOn(history, 'go');
  act(() => guide.close());
  await waitFor(() => expect(guide.place).toBeNull());
  expect(goBack.mock.calls).toEqual([[-1]]);
  expect(location.search).toBe('');
});

test('what a page only notes in its address, and the page that is open, add no entry', async () => {
  openGuide(lazyPlayer());
  await openLab();
  const { length } = history;
  const study: GuideLocation = { page: 'lab', entry: 'study' };
  void guide.go(study, { isSameView: true });
  await arrive('lab');
  expect(location.search).toBe('?page=lab&entry=study');
  await openPage(study);
  expect(history.length).toBe(length);
});

test('closing a page after Back and Forward goes back to the stage’s entry, and adds none', async () => {
  const { player, load } = lazyPlayer();
  openGuide({ player, load });
  await openLab();
  await travel(-1);
  expect(guide.place).toBeNull();
  await travel(1);
  expect(guide.place).toEqual(lab);
  const goBack = vi.spyOn(history, 'go');
  act(() => guide.close());
  await waitFor(() => expect(guide.place).toBeNull());
  expect(goBack.mock.calls).toEqual([[-1]]);
  expect(location.search).not.toContain('page');
});

test('closing a page after a reload goes back to the stage’s entry', async () => {
  const { player, load } = lazyPlayer();
  openGuide({ player, load });
  await openLab();
  cleanup();
  // The browser keeps the entries, and the page starts anew.
  openGuide(lazyPlayer(), lab);
  const goBack = vi.spyOn(history, 'go');
  act(() => guide.close());
  await waitFor(() => expect(guide.place).toBeNull());
  expect(goBack.mock.calls).toEqual([[-1]]);
});

test('closing a page that its link has opened stays in the entry', async () => {
  history.replaceState(history.state, '', '/?page=lab');
  openGuide(lazyPlayer(), lab);
  const goBack = vi.spyOn(history, 'go');
  act(() => guide.close());
  expect(guide.place).toBeNull();
  expect(goBack).not.toHaveBeenCalled();
  expect(location.search).toBe('');
});

test('a run that a page opens in its own entry is closed with it', async () => {
  const { player, load } = lazyPlayer();
  openGuide({ player, load });
  await openLab();
  // Nothing has added an entry for the run, as while the page still loads.
  guide.openRun({ scenario: sandbox.scenario, commands: [] }, () => 0);
  await waitFor(() => expect(guide.place).toBeNull());
  await openLab();
  act(() => guide.close());
  await waitFor(() => expect(guide.place).toBeNull());
  expect(player.getState().recording.run?.scenario).toBe(sandbox.scenario);
});

describe('where the address can’t be written', () => {
  beforeEach(() => {
    const refuse = () => {
      throw new DOMException('The document is sandboxed.', 'SecurityError');
    };
    vi.spyOn(history, 'pushState').mockImplementation(refuse);
    vi.spyOn(history, 'replaceState').mockImplementation(refuse);
  });

  test('a page opens, leads to another one, and closes', async () => {
    openGuide(lazyPlayer());
    await openLab();
    void guide.go({ page: 'glossary', entry });
    await arrive('glossary');
    expect(guide.place?.page).toBe('glossary');
    act(() => guide.close());
    expect(guide.place).toBeNull();
  });

  test('closing leads to where the page was opened from, not to the page before', async () => {
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    openGuide(lazyPlayer());
    await openLab();
    button.blur();
    void guide.go({ page: 'glossary', entry });
    await arrive('glossary');
    act(() => guide.close());
    expect(button).toHaveFocus();
    button.remove();
  });

  test('a lesson opens from a page', async () => {
    const { player, load } = lazyPlayer();
    openGuide({ player, load });
    await openLab();
    await act(async () => guide.openLesson('sandbox', 'opening'));
    await waitFor(() => expect(guide.place).toBeNull());
    expect(player.getState().lesson.id).toBe('sandbox');
  });
});
