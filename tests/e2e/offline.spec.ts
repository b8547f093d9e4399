/** The page without a network, and when there is a newer version of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { StageDriver } from '../support/stage-driver.ts';
import { type StaticServer, serve } from '../support/static-server.ts';

const dist = join(import.meta.dirname, '../../dist');

const test = base.extend<{ readonly server: StaticServer }>({
  serviceWorkers: 'allow',
  contextOptions: { reducedMotion: 'reduce' },
  // Not at the top of its host, where a page that only works there would work as well.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here.
  server: async ({}, use) => {
    const server = await serve(dist, '/course/state/');
    await use(server);
    await server.stop();
  },
});

/** Visits the page and waits until all of it is kept. */
async function visit(page: Page, { address }: StaticServer): Promise<StageDriver> {
  await page.goto(address);
  const stage = new StageDriver(page, 'en');
  await stage.isReady();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
  return stage;
}

test('after the first visit all of it works with no network', async ({ page, server }) => {
  const stage = await visit(page, server);
  await server.stop();
  await page.goto(`${server.address}?lesson=clerk&strategy=shared-store&step=2`);
  await stage.isReady();
  await stage.isAt(2);
  await stage.crash(1);
  await stage.toTheEnd();
  await page.getByText('As Mermaid draws it').click();
  await expect(page.locator('[data-fold=mermaid] svg text').first()).toBeVisible();
  await stage.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('img', { name: 'Preview of the picture' })).toBeVisible();
  await page.keyboard.press('Escape');
  await stage.button('한국어').click();
  const korean = stage.spokenIn('ko');
  await korean.isReady();
  const pieces = await page.evaluate(
    async () => (await document.fonts.load('20px "Pretendard Variable"', '서버')).length,
  );
  expect(pieces).toBeGreaterThan(0);
  await korean.reload();
});

test('what was fetched after the page came, and before it was loaded again, is kept as well', async ({
  page,
  server,
}) => {
  const stage = await visit(page, server);
  await server.stop();
  await stage.button('Share').click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});

/** The next version: another script for the worker, and a page that can be told from the one before. */
const newer = {
  'sw.js': (text: string) => text.replace(/(url:"index\.html",revision:")[^"]*/, '$1newer'),
  'index.html': (text: string) => text.replace('<html', '<html data-newer'),
};

test('a newer version is told of, and loaded when it is asked for, at the same step', async ({
  page,
  server,
}) => {
  const stage = await visit(page, server);
  await expect(stage.notice).toHaveCount(0);
  server.change(newer);
  await stage.reload();
  await stage.next();
  await expect(stage.notice).toContainText('There is a newer version of Statescope.');
  await stage.isAt(4);
  await expect(page.locator('html')).not.toHaveAttribute('data-newer');
  await stage.button('Load it').click();
  await expect(page.locator('html')).toHaveAttribute('data-newer');
  await stage.isReady();
  await stage.isAt(4);
  await expect(stage.notice).toHaveCount(0);
});

test('another tab is not loaded again by that', async ({ page, server, context }) => {
  const stage = await visit(page, server);
  const lecture = await context.newPage();
  await lecture.goto(`${server.address}?lang=ko&present`);
  const presented = new StageDriver(lecture, 'ko');
  await presented.isReady();
  await lecture.evaluate(() => {
    document.documentElement.dataset.before = 'yes';
  });
  server.change(newer);
  await stage.reload();
  await stage.button('Load it').click();
  await expect(page.locator('html')).toHaveAttribute('data-newer');
  await expect(lecture.locator('html')).toHaveAttribute('data-before', 'yes');
  // Nothing of it is said on the projector.
  await expect(presented.notice).toHaveCount(0);
  await presented.button(presented.words.leavePresenting).click();
  await expect(presented.notice).toContainText('새 버전이 있어요');
});

test('what is kept is the page and the fonts of its own words, and not the page in one file', async ({
  page,
  server,
}) => {
  await visit(page, server);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.some((path) => path.endsWith('index.html'))).toBe(true);
  expect(kept.filter((path) => path.endsWith('statescope.html'))).toEqual([]);
  const fonts = kept.filter((path) => path.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(5);
  expect(fonts.length).toBeLessThan(60);
});

test('the page can be installed: its manifest names icons that are there, in their sizes', async ({
  page,
  server,
}) => {
  await page.goto(server.address);
  const link = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = JSON.parse(await readFile(join(dist, link ?? ''), 'utf8'));
  expect(manifest).toMatchObject({ name: 'Statescope', display: 'standalone', start_url: './', scope: './' });
  expect(manifest.icons.map(({ purpose = 'any' }) => purpose)).toContain('maskable');
  for (const { src, sizes, type } of manifest.icons) {
    if (type !== 'image/png') continue;
    // Width and height stand in a PNG's header (RFC 2083, section 4.1.1).
    const file = await readFile(join(dist, src));
    expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`).toBe(sizes);
  }
});
