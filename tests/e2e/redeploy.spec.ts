/** A page that is open while the server gets a newer version: the parts that it loads later are gone. */
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { StageDriver } from '../support/stage-driver.ts';
import { type StaticServer, serve } from '../support/static-server.ts';

const dist = join(import.meta.dirname, '../../dist');

const test = base.extend<{ readonly server: StaticServer }>({
  contextOptions: { reducedMotion: 'reduce' },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  server: async ({}, use) => {
    const server = await serve(dist, '/');
    await use(server);
    await server.stop();
  },
});

/** What a reader can ask for, with the parts that it loads. */
const asked: readonly (readonly [string, (stage: StageDriver, page: Page) => Promise<void>])[] = [
  ['the lessons', (stage) => stage.button('Lesson').click()],
  ['the dialog Open', (stage) => stage.button('Open').click()],
  ['the dialog Share', (stage) => stage.button('Share').click()],
  ['the dialog Export', (stage) => stage.button('Export').click()],
  ['predicting', (_, page) => page.keyboard.press('p')],
  ['the menu of commands', (_, page) => page.keyboard.press('c')],
  ['Mermaid', (_, page) => page.getByText('As Mermaid draws it', { exact: true }).click()],
  ['the trends', (_, page) => page.getByText('Trends so far', { exact: true }).click()],
  ['the other language', (stage) => stage.button('한국어').click()],
  ['the blank screen', (_, page) => page.keyboard.press('b')],
];

test('every part that is gone leads to one notice, and the run survives the reload', async ({
  page,
  server,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(server.address);
  const stage = new StageDriver(page, 'en');
  await stage.isReady();
  await stage.crash(1);
  await stage.next();
  const shown = await stage.present();
  await expect(page.getByRole('table', { name: 'Scoreboard' })).toBeVisible();
  server.redeploy();
  for (const [what, ask] of asked) {
    await ask(stage, page);
    await expect(stage.notice, what).toHaveCount(1);
    await expect(stage.notice, what).toContainText('A newer version of Statescope is available.');
    await expect(stage.button('Try again'), what).toHaveCount(0);
    await expect(stage.slider, what).toHaveValue(String(shown));
  }
  expect(faults).toEqual([]);
  await stage.button('Reload').click();
  await expect(stage.notice).toHaveCount(0);
  await stage.isReady();
  await stage.isAt(shown);
  await expect(stage.button('Restart Server 1')).toBeVisible();
  await stage.button('Share').click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});
