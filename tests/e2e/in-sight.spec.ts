/** The present step stays in sight after any change to the window and the run. */
import type { Page } from '@playwright/test';
import { notInSight } from '../support/present-row.ts';
import { drawnActions, type WalkAction } from '../support/random-walk.ts';
import { resize } from '../support/resize.ts';
import { expect, test } from '../support/stage-test.ts';

const SEEDS = (process.env.STATESCOPE_WALK_SEEDS ?? '1,2,3,4').split(',').map(Number);
const ACTIONS = Number(process.env.STATESCOPE_WALK_ACTIONS ?? 30);

test('stays in sight when presenting starts during a run', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const step of ['7', '9', '10']) {
    await stage.open({ step });
    await page.keyboard.press('KeyF');
    await expect.poll(() => notInSight(page), `?step=${step}, then F`).toEqual([]);
  }
});

test('stays in sight when the window shrinks, grows, and rotates', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await stage.open({ lesson: 'login-crash', step: '10' });
  for (const [width, height] of [
    [960, 540],
    [1366, 768],
    [844, 390],
    [390, 844],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => notInSight(page), `${width}×${height}`).toEqual([]);
  }
});

test('in the list of steps, begins in sight, and is whole on a large screen', async ({ stage, page }) => {
  for (const language of ['en', 'ko'] as const) {
    await page.setViewportSize({ width: 1920, height: 1080 });
    const spoken = stage.spokenIn(language);
    await spoken.open({ lesson: 'login-crash', step: '8', lang: language });
    await spoken.crash(1);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
    for (const { width, height, isWhole } of [
      { width: 1920, height: 1080, isWhole: true },
      { width: 2560, height: 1440, isWhole: true },
      { width: 390, height: 844, isWhole: true },
      { width: 320, height: 568, isWhole: false },
    ]) {
      await page.setViewportSize({ width, height });
      const place = `${language} at ${width}×${height}`;
      const number = spoken.presentItem.locator('button > :first-child').first();
      await expect(number, place).toBeInViewport({ ratio: 1 });
      if (isWhole) {
        await expect(spoken.presentItem, place).toBeInViewport({ ratio: 0.99 });
        expect(await spoken.presentItem.evaluate(isScrolled), place).toBe(false);
      }
    }
  }
});

function isScrolled({ scrollHeight, clientHeight }: Element): boolean {
  return scrollHeight > clientHeight + 1;
}

test('leaves the screen only when the user scrolls, and the next step scrolls back', async ({
  stage,
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  // Not the end of the run: its suggestions load later and change the layout.
  await stage.open({ lesson: 'login-crash', step: '8' });
  await expect.poll(() => notInSight(page)).toEqual([]);
  await stage.stage.hover();
  await page.mouse.wheel(0, -5_000);
  await expect.poll(() => stage.stage.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => notInSight(page)).toEqual([]);
});

for (const seed of SEEDS) {
  test(`stays in sight through random actions (seed ${seed})`, async ({ stage, page }) => {
    test.slow();
    const walk = drawnActions(seed, ACTIONS);
    await page.setViewportSize({ width: 1366, height: 768 });
    await stage.spokenIn(walk.language).open(walk.query);
    const done: string[] = [JSON.stringify(walk.query)];
    for (const action of walk.actions) {
      done.push(action.name);
      await perform(page, action);
      await expect.poll(() => notInSight(page), done.join(' → ')).toEqual([]);
    }
  });
}

async function perform(page: Page, action: WalkAction): Promise<void> {
  switch (action.kind) {
    case 'key':
      await page.keyboard.press(action.code);
      break;
    case 'size':
      await resize(page, action);
      break;
    case 'letters':
      await chooseLetters(page, action.px);
      break;
    default:
      throw new Error(`Unknown action ${action satisfies never}`);
  }
}

/** The reader's own setting of the browser, which media queries in `em` follow as well. */
async function chooseLetters(page: Page, standard: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard } });
  await browser.detach();
}
