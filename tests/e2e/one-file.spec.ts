/** The page as a single file, opened from a folder, without a server or network. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { readGif } from '../support/gif.ts';
import { StageDriver } from '../support/stage-driver.ts';

const built = join(import.meta.dirname, '../../dist/statescope.html');

interface OneFileFixtures {
  /** URL of the file, alone in its folder. */
  readonly address: string;
  /** The page's requests to other files, and its console messages. */
  readonly noise: string[];
  readonly stage: StageDriver;
}

const test = base.extend<OneFileFixtures>({
  contextOptions: { reducedMotion: 'reduce', offline: true },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  address: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'statescope-'));
    const file = join(folder, 'statescope.html');
    await copyFile(built, file);
    await use(pathToFileURL(file).href);
    await rm(folder, { recursive: true });
  },
  noise: [
    async ({ page, address }, use) => {
      const noise: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(String(error)));
      page.on('request', (request) => {
        const url = request.url();
        const isOwn = url.startsWith(address) || /^(data|blob):/.test(url);
        if (!isOwn) noise.push(`It asked for ${url}.`);
      });
      await use(noise);
      expect(noise, 'requests and console messages of the page').toEqual([]);
    },
    { auto: true },
  ],
  stage: async ({ page, address }, use) => {
    await page.goto(address);
    const stage = new StageDriver(page, 'en');
    await stage.isReady();
    await use(stage);
  },
});

test('steps, crashes and reloads like the page on a server', async ({ stage, page }) => {
  await stage.crash(1);
  for (let step = 0; step < 3; step += 1) await stage.next();
  await expect(stage.caption).toContainText('Two of what?');
  await expect.poll(() => page.url()).toMatch(/step=7.*#run=/);
  await stage.reload();
  await stage.isAt(7);
  await expect(stage.caption).toContainText('Two of what?');
});

test('has both languages and an embedded font', async ({ stage, page }) => {
  await stage.button('한국어').click();
  const korean = stage.spokenIn('ko');
  await korean.isReady();
  await korean.crash(1);
  await expect(korean.caption).toContainText('서버 1');
  const pieces = await page.evaluate(
    async () => (await document.fonts.load('20px "Statescope Sans"', '서버')).length,
  );
  expect(pieces).toBeGreaterThan(0);
});

test('renders with Mermaid, and exports text and pictures', async ({ stage, page }) => {
  await page.getByText('As Mermaid draws it').click();
  await expect(page.locator('[data-disclosure=mermaid] svg text').first()).toBeVisible();
  await stage.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('textbox', { name: 'Mermaid text' })).toHaveValue(/^sequenceDiagram\n/);
  await expect(dialog.getByRole('img', { name: 'Preview of the picture' })).toBeVisible();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save picture' }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe('statescope.svg');
});

test('makes a GIF in an embedded worker', async ({ stage, page }) => {
  await stage.toTheEnd();
  await stage.button('Export').click();
  await page.getByText('Video or GIF', { exact: true }).click();
  const part = page.locator('details[open]').filter({ hasText: 'Video or GIF' });
  for (const choice of ['GIF', '480p', '4×'])
    await part.getByRole('radio', { name: choice, exact: true }).check();
  const [film] = await Promise.all([
    page.waitForEvent('download'),
    part.getByRole('button', { name: 'Make film' }).click(),
  ]);
  expect(readGif(await readFile(await film.path())).height).toBe(480);
});

test('runs only its own scripts', async ({ stage, page, noise }) => {
  await stage.next();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.broken = "inline"';
    document.body.append(script);
  });
  await expect.poll(() => noise.length).toBe(1);
  expect(noise[0]).toContain('Content Security Policy');
  await expect(page.locator('html')).not.toHaveAttribute('data-broken', /.*/);
  // This console message is expected.
  noise.splice(0);
});
