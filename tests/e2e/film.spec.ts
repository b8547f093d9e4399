/** A run as a video or GIF, made in the browser, and checked by other programs. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { violations } from '../support/axe.ts';
import { readGif } from '../support/gif.ts';
import { inEachLanguage, languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const filmTexts = await inEachLanguage((text) => text.loadFilmWords());

async function openFilm(stage: StageDriver): Promise<Locator> {
  const { exporting } = stage.words;
  await stage.button(exporting.export).click();
  const dialog = stage.page.getByRole('dialog', { name: exporting.export, exact: true });
  await dialog.getByText(exporting.film, { exact: true }).click();
  const part = dialog.locator('details[open]');
  await expect(part.getByRole('radio', { name: 'GIF' })).toBeVisible();
  return part;
}

async function choose(part: Locator, ...names: readonly string[]): Promise<void> {
  for (const name of names) await part.getByRole('radio', { name, exact: true }).check();
}

/** The film's duration according to the page. */
async function secondsSaid(part: Locator): Promise<number> {
  const said = (await part.locator('p').first().textContent()) ?? '';
  return Number(/(\d+)(?: seconds|초)/.exec(said)?.[1]);
}

async function made(stage: StageDriver, part: Locator, make: string): Promise<Buffer> {
  const [download] = await Promise.all([
    stage.page.waitForEvent('download'),
    part.getByRole('button', { name: make }).click(),
  ]);
  return readFile(await download.path());
}

for (const language of languages) {
  test.describe(`Film (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const words = filmTexts[language];

    test('a GIF of the chosen size shows every step from here to the end for the stated time', async ({
      stage,
    }) => {
      await stage.open({ step: '7' });
      const part = await openFilm(stage);
      await choose(part, 'GIF', '480p', '4×');
      const seconds = await secondsSaid(part);
      await expect(part).toContainText(words.length(3, seconds));
      const gif = readGif(await made(stage, part, words.make));
      expect([gif.width, gif.height]).toEqual([854, 480]);
      // Two animated steps, and three still ones.
      const standing = gif.delaysMs.filter((delay) => delay > 100);
      expect(standing).toHaveLength(3);
      expect(gif.delaysMs.length).toBeGreaterThan(5);
      const shown = gif.delaysMs.reduce((sum, delay) => sum + delay, 0) / 1_000;
      expect(Math.abs(shown - seconds)).toBeLessThan(0.6);
      await expect(part.getByRole('status')).toContainText('GIF');
      expect(await violations(stage.page)).toEqual([]);
    });
  });
}

test('a video has the chosen size and the stated duration, and can be decoded', async ({ stage, page }) => {
  await stage.open({ step: '7' });
  const part = await openFilm(stage);
  await choose(part, 'WebM', '720p', '4×');
  const file = await made(stage, part, filmTexts.en.make);
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error('The page has no video.');
  expect([await track.getCodedWidth(), await track.getCodedHeight()]).toEqual([1_280, 720]);
  expect(Math.abs((await input.computeDuration()) - (await secondsSaid(part)))).toBeLessThan(0.6);
  let packets = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    expect(packet.timestamp).toBeGreaterThanOrEqual(0);
    packets += 1;
  }
  // Two animations of 175 ms each, at 30 frames per second.
  expect(packets).toBeGreaterThan(10);
  const seen = await page.evaluate(async (base64) => {
    const video = document.createElement('video');
    video.src = URL.createObjectURL(
      new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], { type: 'video/webm' }),
    );
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = reject;
    });
    return [video.videoWidth, video.videoHeight];
  }, file.toString('base64'));
  expect(seen).toEqual([1_280, 720]);
});

test('can be cancelled, and the page stays responsive', async ({ stage, page }) => {
  await stage.open({ step: '1' });
  const part = await openFilm(stage);
  await choose(part, 'GIF', '1080p', '¼×');
  await part.getByRole('button', { name: 'Make film' }).click();
  await expect(part.getByRole('progressbar')).toBeVisible();
  await part.getByRole('button', { name: 'Cancel' }).click();
  await expect(part.getByRole('status')).toHaveText(filmTexts.en.cancelled);
  await expect(part.getByRole('button', { name: 'Make film' })).toBeVisible();
  await part.getByRole('button', { name: 'Make film' }).click();
  await expect(part.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(part).toHaveCount(0);
  await stage.next();
  await stage.isAt(2);
});

test('without an encoder, the page says so and makes a GIF', async ({ stage, page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'VideoEncoder');
  });
  await stage.open({ step: '8' });
  const part = await openFilm(stage);
  await expect(part).toContainText(filmTexts.en.noEncoder(['mp4', 'webm'], ['gif']));
  await expect(part.getByRole('radio', { name: 'WebM' })).toHaveCount(0);
  await expect(part.getByRole('radio', { name: 'GIF' })).toBeChecked();
  await choose(part, '480p', '4×');
  expect(readGif(await made(stage, part, filmTexts.en.make)).delaysMs.length).toBeGreaterThan(2);
});
