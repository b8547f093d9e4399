// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { App } from '../../src/app/app.tsx';
import { createLazyPlayer, type PlayerParts } from '../../src/app/lazy-player.ts';
import { createAroundLoader } from '../../src/app/load-around.tsx';
import { open } from '../../src/app/open.ts';
import { loadOpeningDiagram, openOpeningRun } from '../../src/app/opening-run.ts';
import {
  characterKeysAreOn,
  chosenTheme,
  preferredLanguage,
  rememberTheme,
} from '../../src/app/preferences.ts';
import { createPlayer } from '../../src/player/player.ts';
import { atReachedScene } from '../../src/player/reached-scene.ts';
import { reduce } from '../../src/player/reduce.ts';
import { runForPage } from '../../src/player/run-for-page.ts';
import { preload } from '../../src/ui/use-loaded.ts';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { languages } from '../support/mount.tsx';

const loadAround = Object.fromEntries(
  shippedLanguages.map((id) => [id, createAroundLoader(id, true)]),
) as Readonly<Record<ShippedLanguageId, ReturnType<typeof createAroundLoader>>>;

function openPage(search = '', hash = '', language: ShippedLanguageId = 'en') {
  const link = parseLink(search, hash);
  const words = languages[language];
  const { state, problems } = open(link, words.phrasebook);
  const player = createPlayer(state, reduce);
  render(
    <App
      player={player}
      whenDropped={() => () => {}}
      loadPhrasebook={() => Promise.resolve()}
      stageText={words.viewText}
      loadAround={loadAround[language]}
      link={link}
      problems={problems}
    />,
  );
  return player;
}

/** The page as it opens, before the simulation and the phrasebook have loaded. */
async function openAtOnce(loadParts: () => Promise<PlayerParts>) {
  const link = parseLink('', '');
  const diagram = await loadOpeningDiagram('en');
  if (diagram === null) throw new Error('There is no opening diagram.');
  const { state, pending, problems } = openOpeningRun(link, diagram);
  const { player, load, whenDropped } = createLazyPlayer(state, async () => {
    const parts = await loadParts();
    pending.arrive(runForPage(pending.run));
    return parts;
  });
  render(
    <App
      player={player}
      whenDropped={whenDropped}
      loadPhrasebook={load}
      stageText={languages.en.viewText}
      loadAround={loadAround.en}
      link={link}
      problems={problems}
    />,
  );
}

/** The one in the header; playback has another for narrow screens. */
function operateButton(): HTMLElement {
  const [button] = screen.getAllByRole('button', { name: 'Operate' });
  if (button === undefined) throw new Error('There is no button for operating.');
  return button;
}

beforeAll(async () => {
  await Promise.all(Object.values(loadAround).map(preload));
});

beforeEach(() => {
  history.replaceState(null, '', '/');
  localStorage.clear();
});

test('the page has a banner, a main part, a stage, a list, a scoreboard and playback controls', async () => {
  openPage();
  expect(screen.getByRole('banner')).toBeVisible();
  expect(screen.getByRole('main')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Diagram' })).toBeVisible();
  expect(screen.getByRole('list', { name: 'Steps' })).toBeVisible();
  expect(screen.getByRole('group', { name: 'Playback' })).toBeVisible();
  // The side column renders a moment later.
  expect(await screen.findByRole('table', { name: 'Scoreboard' })).toBeVisible();
});

test('a press on Crash and three steps later, the question appears', async () => {
  const player = openPage();
  player.getState().dispatch({ kind: 'allow-motion', allowed: false });
  await userEvent.click(screen.getByRole('button', { name: 'Crash Server 1' }));
  for (let presses = 0; presses < 3; presses += 1) {
    // Motion is enabled: a second press completes the animation.
    player.getState().dispatch({ kind: 'finish-motion' });
    await userEvent.click(screen.getByRole('button', { name: 'Next step' }));
  }
  expect(screen.getByRole('status')).toHaveTextContent('Two of what?');
});

describe('before the phrasebook has loaded', () => {
  it('shows a view that needs it as soon as it is there', async () => {
    let arrive = () => {};
    await openAtOnce(
      () =>
        new Promise((resolve) => {
          arrive = () => resolve({ reduce, atReachedScene, phrasebook: languages.en.phrasebook });
        }),
    );
    expect(screen.getByRole('button', { name: 'Crash Server 1' })).toBeVisible();
    await userEvent.click(operateButton());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('region', { name: 'Diagram' })).toBeVisible();
    arrive();
    expect(await screen.findByRole('dialog', { name: 'Operate' })).toBeVisible();
  });

  it('says in place of such a view that it cannot be loaded, and tries again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let isOnline = false;
    await openAtOnce(async () => {
      if (!isOnline) throw new Error('No network');
      return { reduce, atReachedScene, phrasebook: languages.en.phrasebook };
    });
    await userEvent.click(operateButton());
    // Other views say so too, each in its own time.
    const alert = await waitFor(() => {
      const found = screen.getAllByRole('alert').find(({ textContent }) => textContent.includes('Operate'));
      if (found === undefined) throw new Error('No alert names Operate.');
      return found;
    });
    isOnline = true;
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('dialog', { name: 'Operate' })).toBeVisible();
    vi.restoreAllMocks();
  });
});

test('the language changes at once, and the step stays', async () => {
  const player = openPage();
  await userEvent.click(screen.getByRole('button', { name: '한국어' }));
  expect(await screen.findByRole('button', { name: '다음 단계' })).toBeVisible();
  expect(document.documentElement.lang).toBe('ko');
  expect(player.getState().step).toBe(2);
});

test('an invalid link is reported, and the page works', () => {
  openPage('?lesson=none&step=99');
  expect(screen.getByRole('alert')).toHaveTextContent('No lesson is called “none”.');
  expect(screen.getByRole('alert')).toHaveTextContent('This run has no step 99. Here’s step 9.');
  expect(screen.getByRole('slider', { name: 'Step' })).toHaveValue('9');
});

test('a dismissed problem leaves the focus to the stage', async () => {
  openPage('?lesson=none');
  screen.getByRole('button', { name: 'Dismiss' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(document.querySelector('[data-stage]')).toHaveFocus();
});

test('closing the search for a loss leaves the focus to the stage', async () => {
  openPage();
  await userEvent.click(operateButton());
  const dialog = within(await screen.findByRole('dialog', { name: 'Operate' }));
  await userEvent.click(await dialog.findByRole('button', { name: /^Find a loss/ }));
  const search = within(await screen.findByRole('region', { name: /^Find a loss/ }));
  const close = search.getByRole('button', { name: /^Close/ });
  close.focus();
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('region', { name: /^Find a loss/ })).toBeNull();
  expect(document.querySelector('[data-stage]')).toHaveFocus();
});

describe('preferences', () => {
  test('follow the browser’s language list in order, and fall back to English', () => {
    const speaks = (...tags: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);
    for (const [tags, language] of [
      [['ko-KR', 'en'], 'ko'],
      [['en-GB', 'ko'], 'en'],
      [['fr-FR', 'ko'], 'ko'],
      [['de'], 'en'],
      [[], 'en'],
    ] as const) {
      speaks(...tags);
      expect(preferredLanguage(), tags.join()).toBe(language);
    }
    vi.restoreAllMocks();
  });

  test('validate stored values', () => {
    localStorage.setItem('statescope.language', '<script>');
    localStorage.setItem('statescope.theme', 'pink');
    localStorage.setItem('statescope.character-keys', 'perhaps');
    expect(['ko', 'en']).toContain(preferredLanguage());
    expect(chosenTheme()).toBe('system');
    expect(characterKeysAreOn()).toBe(true);
  });

  test('lose nothing else when storage is full or blocked', () => {
    const refuse = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    expect(() => rememberTheme('dark')).not.toThrow();
    expect(chosenTheme()).toBe('system');
    expect(characterKeysAreOn()).toBe(true);
    vi.restoreAllMocks();
  });
});
