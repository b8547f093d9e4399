/** The page as its HTML shows it, before its script has loaded. */
import type { Page } from '@playwright/test';
import { drop } from '../support/drop.ts';
import { languages } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

/** Holds the page's script back. Returns what lets it go. */
function holdScript(page: Page): Promise<() => void> {
  return hold(page, /\/assets\/index-[^/]*\.js$/);
}

async function hold(page: Page, file: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(file, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

async function openFirstPaint(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator('#root[data-early]')).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => null));
}

interface Box {
  readonly what: string;
  readonly sides: readonly number[];
}

/** The controls, texts and heads that are in sight, from the first to the last. */
function boxes(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const parts = 'button, select, label, h1, h2, section, li, [data-heads] > div, header > p, [data-foot] p';
    return [...document.querySelectorAll(`#root :is(${parts})`)].flatMap((element) => {
      if (element.getClientRects().length === 0 || element.closest('[data-lesson], .visually-hidden'))
        return [];
      const { left, top, width, height } = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? '';
      // On a phone the camera scrolls the heads to the present step.
      const scrolled = element.parentElement?.closest('[data-stage]')?.scrollLeft ?? 0;
      return [{ what: `${element.localName} ${name}`, sides: [left + scrolled, top, width, height] }];
    });
  });
}

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 960, height: 540 },
  { width: 844, height: 390 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

for (const language of languages) {
  for (const size of sizes) {
    test(`everything is where the page will have it (${language}, ${size.width}×${size.height})`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      // The words of the lesson come later, and can move what is beside them.
      await page.route(/\/assets\/(scenes|side|lesson-words)-[^/]*\.js$/, () => {});
      const release = await holdScript(page);
      await openFirstPaint(page, `./?lang=${language}`);
      const before = await boxes(page);
      release();
      await expect(page.locator('[data-present="true"]')).toBeAttached();
      const after = await boxes(page);
      expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
      for (const [index, { what, sides }] of before.entries()) {
        for (const [side, place] of sides.entries()) {
          // The stage's width is rounded to whole pixels.
          const moved = Math.abs((after[index]?.sides[side] ?? Number.NaN) - place);
          expect(moved, `${what}: ${sides} and ${after[index]?.sides}`).toBeLessThanOrEqual(1);
        }
      }
    });
  }
}

test('the language and theme are the reader’s own, without any flash', async ({ page }) => {
  const release = await holdScript(page);
  await page.addInitScript(() => {
    localStorage.setItem('statescope.language', 'ko');
    localStorage.setItem('statescope.theme', 'dark');
  });
  await openFirstPaint(page, './');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: '다음 단계', exact: true })).toBeVisible();
  release();
});

test('what is pressed before the script has loaded acts once, in order', async ({ stage, page }) => {
  const release = await holdScript(page);
  await openFirstPaint(page, './?lang=en');
  await stage.control('nextStep').click();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: 'Stateless' }).click({ force: true });
  await stage.button('Crash Server 2').click();
  await page.getByRole('combobox', { name: stage.words.speed }).selectOption('2');
  release();
  await stage.isReady();
  await expect(page.getByRole('radio', { name: 'Stateless' })).toBeChecked();
  await expect(stage.button('Restart Server 2')).toBeVisible();
  await expect(page.getByRole('combobox', { name: stage.words.speed })).toHaveValue('2');
  const crashes = page.getByRole('list', { name: 'Steps' }).getByText('Server 2 crashes');
  await expect(crashes).toHaveCount(1);
});

test('a step that is pressed before the script has loaded leads to the next step', async ({
  stage,
  page,
}) => {
  const release = await holdScript(page);
  await openFirstPaint(page, './?lang=en');
  await stage.control('nextStep').click();
  await page.keyboard.press('ArrowRight');
  release();
  await stage.isReady();
  await stage.isAt(5);
});

test('a key that is held down before the script has loaded acts as often as it repeats', async ({
  stage,
  page,
}) => {
  const release = await holdScript(page);
  await openFirstPaint(page, './?lang=en');
  for (let repeats = 0; repeats < 60; repeats += 1) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('End');
  release();
  await stage.isAt(9);
});

test('a link that is followed before the script has loaded keeps the language', async ({ page, stage }) => {
  const korean = stage.spokenIn('ko');
  const release = await holdScript(page);
  await openFirstPaint(page, './?lang=ko');
  await page.getByRole('link', { name: korean.words.guide.pageNames.glossary, exact: true }).click();
  release();
  await expect(page.locator('[data-guide]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page).toHaveURL(/lang=ko.*page=glossary/);
});

test('a file that is dropped before the script has loaded opens', async ({ page, stage }) => {
  const release = await holdScript(page);
  await openFirstPaint(page, './?lang=en');
  await drop(page, 'login.mmd', 'sequenceDiagram\n  Ann->>Bob: Hello');
  release();
  await expect(page.getByRole('dialog', { name: stage.words.opening.open })).toBeVisible();
});

test('the focus stays where the reader put it', async ({ stage, page }) => {
  const release = await holdScript(page);
  await openFirstPaint(page, './?lang=en');
  await stage.control('play').focus();
  release();
  await stage.isReady();
  await expect(stage.control('play')).toBeFocused();
});

test.describe('the header, which loads after the stage', () => {
  const around = /\/assets\/around-[^/]*\.js$/;

  test('does what was pressed before once it has loaded', async ({ stage, page }) => {
    const releaseScript = await holdScript(page);
    const release = await hold(page, around);
    await openFirstPaint(page, './?lang=en');
    await page.getByRole('combobox', { name: stage.words.theme }).selectOption('dark');
    releaseScript();
    await stage.isReady();
    await stage.button(stage.words.help).click();
    await stage.next();
    await stage.isAt(4);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    release();
    await expect(page.getByRole('dialog', { name: stage.words.help })).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await stage.isAt(4);
  });

  test('has links that keep the language', async ({ page, stage }) => {
    const korean = stage.spokenIn('ko');
    const release = await hold(page, around);
    await korean.open({ lang: 'ko' });
    await page.getByRole('link', { name: korean.words.guide.pageNames.glossary, exact: true }).click();
    release();
    await expect(page.locator('[data-guide]')).toBeVisible();
    await expect(page).toHaveURL(/lang=ko.*page=glossary/);
  });

  test('takes a file that was dropped before', async ({ stage, page }) => {
    const release = await hold(page, around);
    await stage.open({ lang: 'en' });
    await drop(page, 'login.mmd', 'sequenceDiagram\n  Ann->>Bob: Hello');
    release();
    await expect(page.getByRole('dialog', { name: stage.words.opening.open })).toBeVisible();
  });

  test('keeps the focus', async ({ stage, page }) => {
    const release = await hold(page, around);
    await stage.open({ lang: 'en' });
    await stage.button(stage.words.help).focus();
    release();
    await expect(page.locator('header')).not.toHaveAttribute('data-still');
    await expect(stage.button(stage.words.help)).toBeFocused();
  });
});

test.describe('a link to another run', () => {
  for (const [address, header] of [
    ['./?lang=en&lesson=login-crash', 1],
    ['./?lang=en&step=7', 1],
    ['./?lang=en&present&step=7', 0],
    ['./?lang=en&embed', 0],
  ] as const) {
    test(`${address} shows no other run meanwhile`, async ({ stage, page }) => {
      const release = await holdScript(page);
      await openFirstPaint(page, address);
      await expect(stage.control('nextStep')).toBeVisible();
      await expect(page.locator('header')).toHaveCount(header);
      for (const part of ['[data-heads]', 'ol', '[data-foot] p']) {
        await expect(page.locator(part).first()).toBeHidden();
      }
      release();
      await stage.isReady();
      await expect(stage.caption).toBeVisible();
    });
  }

  test('the guide has its page to itself', async ({ page }) => {
    const release = await holdScript(page);
    await page.goto('./?lang=en&page=glossary', { waitUntil: 'domcontentloaded' });
    await expect(page.locator('html[data-theme]')).toBeAttached();
    await expect(page.locator('header, main')).toHaveCount(0);
    release();
    await expect(page.locator('[data-guide]')).toBeVisible();
  });
});

test.describe('the layout', () => {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 412, height: 823 },
  ]) {
    test(`does not shift when the font arrives late (${size.width}×${size.height})`, async ({
      page,
      stage,
    }) => {
      await page.setViewportSize(size);
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(/sans-latin-[^/]*\.woff2$/, async (route) => {
        await held;
        await route.continue();
      });
      // The font delays the load event.
      await page.goto('./?lang=en', { waitUntil: 'commit' });
      await stage.isReady();
      release();
      await expect
        .poll(() => page.evaluate(() => document.fonts.check('700 16px "Statescope Sans"', 'a')))
        .toBe(true);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const shifted = await page.evaluate(() =>
        (window as unknown as { shifts: number[] }).shifts.reduce((sum, each) => sum + each, 0),
      );
      // Chrome calls a page good below 0.1.
      expect(shifted).toBeLessThan(0.01);
    });
  }
});
