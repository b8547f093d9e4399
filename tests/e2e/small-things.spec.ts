/** Sideways scroll, focus, two dialogs at once, and licences. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { notInSight } from '../support/present-row.ts';
import { expect, test } from '../support/stage-test.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

const hasSidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('no layout of a phone scrolls sideways', async ({ stage, page }) => {
  for (const [query, height] of [
    [{ embed: '', compare: 'shared-store' }, 480],
    [{ present: '', compare: 'shared-store' }, 700],
    [{ compare: 'shared-store' }, 700],
    [{ present: '' }, 700],
  ] as const) {
    await page.setViewportSize({ width: 390, height });
    await stage.open(query);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height });
      expect(await hasSidewaysScroll(page), `${JSON.stringify(query)} at ${width}`).toBe(false);
    }
  }
});

test('no low screen scrolls sideways, and the end of a run leaves the playback controls there', async ({
  stage,
  page,
}) => {
  for (const [width, height] of [
    [844, 390],
    [667, 375],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await stage.open();
    await stage.crash(1);
    await page.keyboard.press('End');
    await expect(stage.slider).toHaveValue('10');
    expect(await hasSidewaysScroll(page), `${width} × ${height}`).toBe(false);
    await expect(stage.button('Previous step')).toBeInViewport({ ratio: 1 });
  }
});

test('a comparison on the smallest phone shows the whole present row', async ({ stage, page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await stage.open({ lesson: 'login-crash', compare: 'signed-token', detail: 'full' });
  await page.keyboard.press('1');
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => notInSight(page)).toEqual([]);
  }
  await page.keyboard.press('End');
  await expect.poll(() => notInSight(page)).toEqual([]);
});

test('on a phone, a tap opens what the scene says in full, and another closes it', async ({
  stage,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await stage.open({ lesson: 'login-crash', step: '10' });
  const bar = page.getByRole('region', { name: stage.words.lesson, exact: true });
  const words = bar.getByRole('button', { expanded: false });
  await expect(words).toContainText('under a new ID.');
  await words.click();
  const whole = bar.getByRole('button', { expanded: true });
  await expect(whole).toBeInViewport({ ratio: 1 });
  expect(await whole.evaluate((each) => each.scrollHeight - each.clientHeight)).toBeLessThanOrEqual(1);
  await whole.click();
  await expect(words).toBeVisible();
});

test('a diagram opened by keyboard leaves the focus in the page', async ({ stage, page }) => {
  await stage.open();
  await stage.button('Open').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Open' });
  await dialog.getByRole('textbox').fill('sequenceDiagram\na->>b: fine\nnonsense');
  const show = dialog.getByRole('button', { name: 'Show diagram' });
  await show.focus();
  await page.evaluate(() => {
    Object.assign(window, { lost: 0 });
    document.activeElement?.addEventListener('blur', (event) => {
      // Nothing else gets the focus.
      if ((event as FocusEvent).relatedTarget === null) Object.assign(window, { lost: 1 });
    });
  });
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'lost'))).toBe(0);
  await dialog.getByRole('textbox').fill('sequenceDiagram\na->>b: fine');
  await show.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(stage.button('Open')).toBeFocused();
});

test('a link in the dialog Details keeps the focus inside', async ({ stage, page }) => {
  await stage.open({ present: '', step: '5' });
  await page.keyboard.press('j');
  const dialog = page.getByRole('dialog', { name: 'Details' });
  await expect(dialog).toBeVisible();
  await dialog
    .getByRole('button', { name: /^Inspect step/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(dialog).not.toContainText('Step 6');
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test('of two dialogs that are asked for before either is loaded, the last one opens', async ({
  stage,
  page,
}) => {
  const held: (() => Promise<void>)[] = [];
  await page.route(/(node-menu|help-dialog|blank-screen)-.*\.js/, (route) => {
    held.push(() => route.continue());
  });
  await stage.open();
  // The menu asks for its part once the phrasebook is there.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.keyboard.press('c');
  await page.keyboard.press('b');
  await page.keyboard.press('Shift+Slash');
  await expect.poll(() => held.length).toBe(3);
  await Promise.all(held.map((go) => go()));
  await expect(stage.help).toBeVisible();
  await expect(page.locator('dialog[open]')).toHaveCount(1);
});

test('Help leads to the licence of every package in the page', async ({ stage, page, request }) => {
  await stage.open();
  await page.keyboard.press('Shift+Slash');
  const link = stage.help.getByRole('link', { name: 'packages' });
  const response = await request.get((await link.getAttribute('href')) ?? '');
  expect(response.status()).toBe(200);
  const text = await response.text();
  // And two that come with others.
  for (const name of [...Object.keys(dependencies), 'dompurify', 'workbox-core']) {
    expect(text, name).toContain(`\n## ${name} - `);
  }
});
