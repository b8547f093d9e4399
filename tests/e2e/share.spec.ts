/** Sharing a run with other people, and opening it. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

async function openShare(stage: StageDriver): Promise<Locator> {
  const { sharing } = stage.words;
  await stage.chooseTool(sharing.share);
  return stage.page.getByRole('dialog', { name: sharing.share, exact: true });
}

for (const language of languages) {
  test.describe(`Share (${language})`, () => {
    test.use({ language, locale: locales[language], permissions: ['clipboard-read', 'clipboard-write'] });

    test('a link opens this step or the start, and says that it works only here', async ({ stage, page }) => {
      const { sharing } = stage.words;
      await stage.open();
      await stage.crash(1);
      const dialog = await openShare(stage);
      await expect(dialog).toContainText(sharing.reaches.here);
      await dialog.getByRole('button', { name: sharing.copyLink, exact: true }).click();
      await expect(dialog.getByRole('status')).toHaveText(sharing.copied);
      const toStep = await page.evaluate(() => navigator.clipboard.readText());
      await dialog.getByRole('radio', { name: sharing.toTheStart }).check();
      const toStart = await dialog.getByRole('textbox', { name: sharing.link, exact: true }).inputValue();
      await page.goto(toStart);
      await stage.isReady();
      await stage.isAt(1);
      await page.goto(toStep);
      await stage.isReady();
      await stage.isAt(4);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
    });

    for (const [colorScheme, width] of [
      ['light', 1366],
      ['dark', 390],
    ] as const) {
      test.describe(`${colorScheme}, ${width} px`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 } });

        test('axe finds nothing with everything open, and nothing overflows', async ({ stage, page }) => {
          await stage.open();
          const dialog = await openShare(stage);
          await dialog.getByText(stage.words.sharing.qrCode, { exact: true }).click();
          await dialog.getByText(stage.words.sharing.embed, { exact: true }).click();
          await expect(dialog.getByRole('img', { name: stage.words.sharing.qrCode })).toBeVisible();
          expect(await violations(page)).toEqual([]);
          const [scroll, client] = await dialog.evaluate((each) => [each.scrollWidth, each.clientWidth]);
          expect(scroll).toBe(client);
        });
      });
    }
  });
}

test('another base address replaces the page’s own and is stored, and an invalid one is reported', async ({
  stage,
}) => {
  await stage.open();
  const dialog = await openShare(stage);
  await dialog.getByRole('textbox', { name: 'Address of the page' }).fill('https://example.com/scope/?x#y');
  await expect(dialog.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(
    'https://example.com/scope/?lesson=clerk&strategy=server-memory&step=3',
  );
  await stage.reload();
  const again = await openShare(stage);
  await expect(again.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(
    /^https:\/\/example\.com/,
  );
  await again.getByRole('textbox', { name: 'Address of the page' }).fill('javascript:alert(1)');
  await expect(again.getByRole('alert')).toContainText('That isn’t a web address.');
});

test('a refused share is reported, and a cancelled one is not', async ({ stage, page }) => {
  await page.addInitScript(() => {
    const refusals = ['AbortError', 'NotAllowedError'];
    navigator.share = async () => {
      throw new DOMException('No.', refusals.shift());
    };
  });
  await stage.open();
  const dialog = await openShare(stage);
  const share = dialog.getByRole('button', { name: 'Share with an app' });
  await share.click();
  await expect(dialog.getByRole('status')).toHaveText('');
  await share.click();
  await expect(dialog.getByRole('status')).toContainText('The browser didn’t allow sharing.');
});

test('a blocked clipboard is reported, and the link is selected', async ({ stage, page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = async () => {
      throw new DOMException('No.', 'NotAllowedError');
    };
  });
  await stage.open();
  const dialog = await openShare(stage);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('status')).toContainText('The browser didn’t allow copying.');
  const selected = await page.evaluate(() => String(document.getSelection()));
  expect(selected).toMatch(/^http.*step=3$/);
});

test('the whole page can be downloaded as one file', async ({ stage, page }) => {
  await stage.open();
  const dialog = await openShare(stage);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'All of Statescope in one file' }).click(),
  ]);
  expect((await readFile(await file.path())).length).toBeGreaterThan(1_000_000);
});

test('while presenting, the QR code fills the screen and closes again', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await stage.open({ present: '' });
  await stage.button(stage.words.sharing.qrLarge).click();
  const code = page.getByRole('img', { name: 'QR code' });
  await expect(code).toBeVisible();
  const box = await code.boundingBox();
  // The address and its warning stand beside it.
  expect(box?.height).toBeGreaterThan(800);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(code).toHaveCount(0);
  await expect(stage.button(stage.words.leavePresenting)).toBeVisible();
});

test('a saved run opens from its file alone', async ({ stage, page }) => {
  await stage.open({ strategy: 'client-state' });
  await stage.crash(2);
  const dialog = await openShare(stage);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save run' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.statescope\.json$/);
  const file = {
    name: 'run.statescope.json',
    mimeType: 'application/json',
    buffer: await readFile(await download.path()),
  };
  await stage.open();
  await stage.button('Open').click();
  const open = page.getByRole('dialog', { name: 'Open' });
  await open
    .getByLabel('Choose a file')
    .setInputFiles({ ...file, buffer: Buffer.from('{"statescope":1,"link":"x"}') });
  await expect(open.getByRole('alert')).toContainText('The run in this file can’t be read');
  await expect(stage.slider).toHaveValue('3');
  await open.getByLabel('Choose a file').setInputFiles(file);
  await expect(open).toHaveCount(0);
  await stage.isReady();
  await stage.isAt(4);
  await expect(stage.button('Restart Server 2')).toBeVisible();
  await expect(stage.mode('stateless')).toBeChecked();
});
