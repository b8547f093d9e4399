// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/app/app.tsx';
import { open } from '../../src/app/open.ts';
import {
  characterKeysAreOn,
  chosenTheme,
  preferredLanguage,
  rememberTheme,
} from '../../src/app/preferences.ts';
import { createPlayer } from '../../src/player/player.ts';
import { reduce } from '../../src/player/reduce.ts';
import type { ShippedLanguageId } from '../../src/url/languages.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { languages } from '../support/mount.tsx';

function openPage(search = '', hash = '', language: ShippedLanguageId = 'en') {
  const link = parseLink(search, hash);
  const words = languages[language];
  const { state, problems } = open(link, words.phrasebook);
  const player = createPlayer(state, reduce);
  render(
    <App player={player} whenDropped={() => () => {}} language={words} link={link} problems={problems} />,
  );
  return player;
}

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
  expect(await screen.findByRole('table', { name: 'Scoreboard' }, { timeout: 10_000 })).toBeVisible();
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

test('the language changes at once, and the step stays', async () => {
  const player = openPage();
  await userEvent.click(screen.getByRole('button', { name: '한국어' }));
  expect(await screen.findByRole('button', { name: '다음 단계' }, { timeout: 10_000 })).toBeVisible();
  expect(document.documentElement.lang).toBe('ko');
  expect(player.getState().step).toBe(2);
});

test('an invalid link is reported, and the page works', () => {
  openPage('?lesson=none&step=99');
  expect(screen.getByRole('alert')).toHaveTextContent('No lesson is called “none”.');
  expect(screen.getByRole('alert')).toHaveTextContent('This run has no step 99. Here’s step 9.');
  expect(screen.getByRole('slider', { name: 'Step' })).toHaveValue('9');
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
