/** Pictures of a run, as files that look the same in any program. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

async function openExport(stage: StageDriver): Promise<Locator> {
  const { exporting } = stage.words;
  await stage.button(exporting.export).click();
  const dialog = stage.page.getByRole('dialog', { name: exporting.export, exact: true });
  await expect(dialog.getByRole('img', { name: exporting.preview })).toBeVisible();
  return dialog;
}

async function saved(stage: StageDriver, dialog: Locator): Promise<Buffer> {
  const button = dialog.getByRole('button', { name: stage.words.exporting.save, exact: true });
  const [download] = await Promise.all([stage.page.waitForEvent('download'), button.click()]);
  return readFile(await download.path());
}

/** Width and height from a PNG's header (RFC 2083, section 4.1.1: after the signature, the length and the name). */
function sizeOfPng(file: Buffer): [number, number] {
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}

/** Draws an SVG as an image in the page, without access to the page's fonts, and measures the width of its text. */
async function drawnAlone(page: Page, svg: string): Promise<{ width: number; height: number }> {
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  }, svg);
}

for (const language of languages) {
  test.describe(`Pictures (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('an SVG of this step embeds its fonts and refers to nothing outside', async ({ stage, page }) => {
      await stage.open();
      await stage.crash(1);
      const svg = (await saved(stage, await openExport(stage))).toString();
      expect(svg).toContain('src:url(data:font/woff2;base64,');
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|url\((?!data:|#)|href|<script/,
      );
      expect(svg).toContain(stage.server(1));
      expect((await drawnAlone(page, svg)).width).toBe(1_200);
    });

    test('a PNG has the chosen size, for this step and for the whole diagram', async ({ stage }) => {
      await stage.open();
      const dialog = await openExport(stage);
      await dialog.getByRole('radio', { name: 'PNG' }).check();
      await dialog.getByRole('radio', { name: '1×' }).check();
      const [width, height] = sizeOfPng(await saved(stage, dialog));
      expect(width).toBe(1_200);
      for (const scale of [2, 4]) {
        await dialog.getByRole('radio', { name: `${scale}×` }).check();
        expect(sizeOfPng(await saved(stage, dialog))).toEqual([scale * width, scale * height]);
      }
      await dialog.getByRole('radio', { name: '1×' }).check();
      const preview = dialog.getByRole('img', { name: stage.words.exporting.preview });
      const before = await preview.getAttribute('src');
      await dialog.getByRole('radio', { name: stage.words.exporting.pictureExtents.whole }).check();
      await expect(preview).not.toHaveAttribute('src', before ?? '');
      const [, whole] = sizeOfPng(await saved(stage, dialog));
      expect(whole).toBeGreaterThan(height);
    });
  });
}

test('a picture has the chosen theme’s colours, regardless of the page’s theme', async ({ stage }) => {
  await stage.open({ theme: 'dark' });
  const dialog = await openExport(stage);
  const preview = dialog.getByRole('img', { name: 'Preview of the picture' });
  await expect(dialog.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect((await saved(stage, dialog)).toString()).toContain('fill="#171b24"');
  const before = await preview.getAttribute('src');
  await dialog.getByRole('radio', { name: 'Light' }).check();
  await expect(preview).not.toHaveAttribute('src', before ?? '');
  expect((await saved(stage, dialog)).toString()).toMatch(/fill="#fff(fff)?"/);
});

test('a diagram too long for a PNG is reported, and is still available as SVG', async ({ stage }) => {
  const script = Array.from({ length: 120 }, () => ({
    kind: 'shop' as const,
    said: { product: 'laptop' as const },
  }));
  await stage.open({}, { script });
  const dialog = await openExport(stage);
  const preview = dialog.getByRole('img', { name: 'Preview of the picture' });
  const before = await preview.getAttribute('src');
  await dialog.getByRole('radio', { name: 'The whole diagram' }).check();
  await expect(preview).not.toHaveAttribute('src', before ?? '');
  await dialog.getByRole('radio', { name: 'PNG' }).check();
  await dialog.getByRole('radio', { name: '4×' }).check();
  await expect(dialog.getByText('That’s larger than a browser can draw.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'SVG' }).check();
  expect((await saved(stage, dialog)).length).toBeGreaterThan(100_000);
});
