/** The page offline, and with a newer version available. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { StageDriver } from '../support/stage-driver.ts';
import { type StaticServer, serve } from '../support/static-server.ts';

const dist = join(import.meta.dirname, '../../dist');

const test = base.extend<{ readonly server: StaticServer }>({
  serviceWorkers: 'allow',
  contextOptions: { reducedMotion: 'reduce' },
  // Served under a subpath, because a page that only works at the root would pass there.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  server: async ({}, use) => {
    const server = await serve(dist, '/course/state/');
    await use(server);
    await server.stop();
  },
});

/** Visits the page and waits until it's cached completely. */
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

test('after the first visit, everything works offline', async ({ page, server }) => {
  const stage = await visit(page, server);
  await server.stop();
  await page.goto(`${server.address}?lesson=clerk&strategy=shared-store&step=2`);
  await stage.isReady();
  await stage.isAt(2);
  await stage.crash(1);
  await stage.toTheEnd();
  await page.getByText('As Mermaid draws it').click();
  await expect(page.locator('[data-disclosure=mermaid] svg text').first()).toBeVisible();
  await stage.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('img', { name: 'Preview of the picture' })).toBeVisible();
  await page.keyboard.press('Escape');
  await stage.button('한국어').click();
  const korean = stage.spokenIn('ko');
  await korean.isReady();
  const pieces = await page.evaluate(
    async () => (await document.fonts.load('20px "Statescope Sans"', '서버')).length,
  );
  expect(pieces).toBeGreaterThan(0);
  await korean.reload();
});

test('a link to a file beside the page leads to the file, also offline', async ({ page, server }) => {
  await visit(page, server);
  const address = `${server.address}scenario.schema.json`;
  await page.goto(address);
  await expect(page.locator('body')).toContainText('"$schema"');
  await server.stop();
  await page.goto(address);
  await expect(page.locator('body')).toContainText('"$schema"');
});

test('files requested between the first load and a reload are cached as well', async ({ page, server }) => {
  const stage = await visit(page, server);
  await server.stop();
  await stage.button('Share').click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});

/** The next version: another service worker, and a page with a different marker. */
const newer = {
  'sw.js': (text: string) => text.replace(/(url:"index\.html",revision:")[^"]*/, '$1newer'),
  'index.html': (text: string) => text.replace('<html', '<html data-newer'),
};

test('a newer version is announced, and loads on request at the same step', async ({ page, server }) => {
  const stage = await visit(page, server);
  await expect(stage.notice).toHaveCount(0);
  server.change(newer);
  await stage.reload();
  await stage.next();
  await expect(stage.notice).toContainText('A newer version of Statescope is available.');
  await stage.isAt(4);
  await expect(page.locator('html')).not.toHaveAttribute('data-newer');
  await stage.button('Reload').click();
  await expect(page.locator('html')).toHaveAttribute('data-newer');
  await stage.isReady();
  await stage.isAt(4);
  await expect(stage.notice).toHaveCount(0);
});

test('another tab is not reloaded by that', async ({ page, server, context }) => {
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
  await stage.button('Reload').click();
  await expect(page.locator('html')).toHaveAttribute('data-newer');
  await expect(lecture.locator('html')).toHaveAttribute('data-before', 'yes');
  // No notice in presentation mode.
  await expect(presented.notice).toHaveCount(0);
  await presented.button(presented.words.leavePresenting).click();
  await expect(presented.notice).toContainText('새 버전이 있어요');
});

test('the cache contains the page and the fonts for its own text, but not the single-file page', async ({
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
  const fonts = kept
    .filter((path) => path.endsWith('.woff2'))
    .map((path) => path.replace(/^.*\/|-[\w-]{8}\.woff2$/g, ''));
  expect(fonts).toEqual(
    expect.arrayContaining(['sans-latin', 'sans-korean', 'jetbrains-mono-latin-wght-normal']),
  );
  expect(fonts.filter((name) => name.startsWith('Pretendard'))).toEqual([]);
});

test('the page is installable: its manifest names existing icons in their sizes', async ({
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
    // Width and height are in a PNG's header (RFC 2083, section 4.1.1).
    const file = await readFile(join(dist, src));
    expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`).toBe(sizes);
  }
});
