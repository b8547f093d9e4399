// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { FilmExport } from '../film-export.tsx';

const words = await languages.en.viewText.loadFilmWords();

const webKitGtk =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/60.5 Safari/605.1.15';

/** Resolves each question for a codec, in the order in which they were asked. */
const questions: ((answer: { supported: boolean }) => void)[] = [];

beforeEach(() => {
  questions.length = 0;
  const isConfigSupported = () =>
    new Promise<{ supported: boolean }>((resolve) => {
      questions.push(resolve);
    });
  vi.stubGlobal(
    'VideoEncoder',
    Object.assign(() => {}, { isConfigSupported }),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('offers a GIF while the browser still looks for its encoders, and says that it does', async () => {
  mount(<FilmExport />);
  expect(await screen.findByRole('radio', { name: 'GIF' })).toBeChecked();
  expect(screen.getByText(words.asking)).toBeVisible();
  expect(screen.getByRole('button', { name: words.make })).toBeEnabled();
  await vi.waitFor(() => expect(questions.length).toBeGreaterThan(0));
});

test('asks WebKit on Linux for no encoder, and says that only GIF is left', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(webKitGtk);
  vi.stubGlobal('isSecureContext', true);
  mount(<FilmExport />);
  expect(await screen.findByText(words.noEncoder(['mp4', 'webm'], ['gif']))).toBeVisible();
  expect(screen.getByRole('radio', { name: 'GIF' })).toBeChecked();
  expect(questions).toEqual([]);
});
