/** Phones, large text, forced colours, long runs: everything stays readable and reachable. */
import type { Locator } from '@playwright/test';
import { defaultStudy } from '../../src/lab/study.ts';
import { purchase } from '../../src/lessons/purchase.ts';
import { labText } from '../../src/locales/en/lab-text.ts';
import { studyCode } from '../../src/url/study-code.ts';
import { addressOf, languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

/** The target size of WCAG 2.5.5. */
const TARGET_PX = 44;

/** The progress element at its beginning. */
function emptied(element: Element): number {
  if (!(element instanceof HTMLProgressElement)) throw new Error('It is no progress element.');
  element.value = 0;
  return element.position;
}

/** How far the page scrolls sideways. */
function sidewaysScroll(locator: Locator): Promise<number> {
  return locator.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Size of the clickable area around the element's middle. */
function hitArea(target: Locator): Promise<{ width: number; height: number }> {
  return target.evaluate((element) => {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const owner = element.closest('label') ?? element;
    const box = element.getBoundingClientRect();
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const hits = (x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && owner.contains(hit);
    };
    const reach = (dx: number, dy: number) => {
      let distance = 0;
      while (distance < 100 && hits(middle.x + dx * distance, middle.y + dy * distance)) distance += 0.5;
      return distance;
    };
    return { width: reach(-1, 0) + reach(1, 0), height: reach(0, -1) + reach(0, 1) };
  });
}

async function expectThumbSized(targets: Readonly<Record<string, Locator>>): Promise<void> {
  for (const [name, target] of Object.entries(targets)) {
    const { width, height } = await hitArea(target);
    expect.soft(width, `width of ${name}`).toBeGreaterThanOrEqual(TARGET_PX - 0.5);
    expect.soft(height, `height of ${name}`).toBeGreaterThanOrEqual(TARGET_PX - 0.5);
  }
}

test('a notice leaves the stage most of the window', async ({ stage, page }) => {
  await page.goto(addressOf({ step: '99', lesson: 'double-payment' }));
  await stage.isReady();
  for (const [width, height] of [
    [1366, 768],
    [1100, 800],
    [1024, 768],
    [820, 1180],
    [960, 540],
    [844, 390],
  ] as const) {
    await page.setViewportSize({ width, height });
    // On a low screen a long text scrolls in it.
    await expect(stage.notice).toBeInViewport({ ratio: 0.5 });
    await expect(stage.notice.getByRole('button', { name: 'Dismiss' })).toBeInViewport({ ratio: 0.5 });
    await expect(stage.control('nextStep')).toBeInViewport({ ratio: 1 });
    await expect
      .poll(async () => (await page.locator('[data-stage]').boundingBox())?.height, `${width} × ${height}`)
      .toBeGreaterThan(height / 4);
  }
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
]) {
  test.describe(`a phone of ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });

    test('the tools are a menu: it covers nothing once it is closed, and all of it is on the screen', async ({
      stage,
      page,
    }) => {
      await stage.open();
      const more = stage.button(stage.words.moreTools);
      const help = stage.button(stage.words.help);
      await expect(help).toBeHidden();
      await more.click();
      for (const name of [stage.words.opening.open, stage.words.sharing.share, stage.words.help])
        await expect(stage.button(name)).toBeInViewport({ ratio: 1 });

      await page.keyboard.press('Escape');
      await expect(help).toBeHidden();
      await expect(more).toBeFocused();

      await more.click();
      await stage.caption.click();
      await expect(help).toBeHidden();

      await stage.chooseTool(stage.words.help);
      await expect(stage.help).toBeVisible();
      await stage.help.getByRole('heading').first().click();
      await page.keyboard.press('Escape');
      await expect(stage.help).toBeHidden();
      await expect(help).toBeFocused();
    });
  });
}

for (const language of languages) {
  for (const width of [320, 390]) {
    test.describe(`a phone of ${width} px (${language})`, () => {
      test.use({
        language,
        locale: locales[language],
        viewport: { width, height: width === 320 ? 640 : 844 },
        hasTouch: true,
        isMobile: true,
      });

      test('the page never scrolls sideways', async ({ stage, page }) => {
        await stage.open({ lesson: 'nothing' });
        expect(await sidewaysScroll(page.locator('body')), 'opening, with a notice').toBeLessThanOrEqual(0);
        await stage.crash(1);
        for (const view of [stage.words.diagram, stage.words.details, stage.words.steps]) {
          await stage.choose(stage.words.view, view);
          await stage.toTheEnd();
          expect(await sidewaysScroll(page.locator('body')), view).toBeLessThanOrEqual(0);
        }
        await stage.chooseTool(stage.words.help);
        await expect(stage.help).toBeVisible();
        expect(await sidewaysScroll(page.locator('body')), 'help').toBeLessThanOrEqual(0);
        const hidden = await stage.help.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
        expect(hidden, 'inside of help').toBeLessThanOrEqual(0);
      });

      test('targets are large enough for a thumb', async ({ stage }) => {
        await stage.open();
        await stage.showTools();
        await expectThumbSized({
          'more tools': stage.button(stage.words.moreTools),
          help: stage.button(stage.words.help),
          language: stage.languageSwitch,
        });
        await stage.page.keyboard.press('Escape');

        await stage.control('moreControls').click();
        const controls = [
          'firstStep',
          'previousStep',
          'play',
          'nextStep',
          'lastStep',
          'moreControls',
          'startOver',
        ] as const;
        await expectThumbSized({
          ...Object.fromEntries(controls.map((name) => [name, stage.control(name)])),
          ...Object.fromEntries(
            [1, 2, 3].map((ordinal) => [
              `power ${ordinal}`,
              stage.button(stage.words.crash(stage.server(ordinal))),
            ]),
          ),
          stateful: stage.mode('stateful'),
          stateless: stage.mode('stateless'),
          'view steps': stage.radio(stage.words.view, stage.words.steps),
          'view diagram': stage.radio(stage.words.view, stage.words.diagram),
          'view details': stage.radio(stage.words.view, stage.words.details),
          slider: stage.slider,
        });

        await stage.choose(stage.words.view, stage.words.details);
        const { balancing, variants, whereStateLives } = stage.words;
        await expectThumbSized({
          'server memory': stage.radio(whereStateLives, variants['server-memory']),
          'client state': stage.radio(whereStateLives, variants['client-state']),
          'shared store': stage.radio(whereStateLives, variants['shared-store']),
          balancing: stage.page.getByLabel(balancing, { exact: true }),
        });
      });

      test('steps, diagram and details are one view each, and heads, caption and playback controls stay visible', async ({
        stage,
        page,
      }) => {
        const scoreboard = page.getByRole('table', { name: stage.words.scoreboard });
        const expectViews = async (seen: { steps: boolean; diagram: boolean; details: boolean }) => {
          await expect(stage.steps).toBeVisible({ visible: seen.steps });
          await expect(stage.drawing).toBeVisible({ visible: seen.diagram });
          await expect(scoreboard).toBeVisible({ visible: seen.details });
          await expect(stage.memoryOf(1)).toBeVisible();
          await expect(stage.caption).toBeInViewport();
          await expect(stage.control('nextStep')).toBeInViewport();
        };
        await stage.open();
        await expectViews({ steps: true, diagram: false, details: false });
        await stage.choose(stage.words.view, stage.words.diagram);
        await expectViews({ steps: false, diagram: true, details: false });
        await stage.choose(stage.words.view, stage.words.details);
        await expectViews({ steps: false, diagram: false, details: true });
      });

      test('the newcomer’s question is reached and visible', async ({ stage }) => {
        await stage.open();
        await stage.crash(1);
        for (const step of [5, 6, 7]) {
          await stage.next();
          await stage.isAt(step);
        }
        await expect(stage.caption).toContainText(
          language === 'ko' ? '어떤 상품을 두 개요?' : 'Two of what?',
        );
        await expect(stage.caption).toBeInViewport();
      });
    });
  }
}

test.describe('the projector', () => {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
    { width: 1280, height: 720 },
  ]) {
    test.describe(`${viewport.width}×${viewport.height}`, () => {
      test.use({ viewport });

      test('fits the screen without scrolling, and shows the present row below the heads', async ({
        stage,
        page,
      }) => {
        await stage.open();
        await stage.crash(1);
        for (let step = 4; step <= 10; step += 1) {
          await stage.isAt(step);
          const inside = await page.evaluate(() => {
            const row = document.querySelector('[data-row][data-present=true]')?.getBoundingClientRect();
            const heads = document.querySelector('[data-heads]')?.getBoundingClientRect();
            const frame = document.querySelector('[data-stage]')?.getBoundingClientRect();
            if (!row || !heads || !frame) throw new Error('There is no stage.');
            return { above: heads.bottom - row.top, below: row.bottom - frame.bottom };
          });
          expect(inside.above, `step ${step} under the heads`).toBeLessThanOrEqual(0);
          expect(inside.below, `step ${step} below the stage`).toBeLessThanOrEqual(0);
          if (step < 10) await stage.next();
        }
        const { scrollHeight, clientHeight } = await page.evaluate(() => {
          const { scrollHeight, clientHeight } = document.documentElement;
          return { scrollHeight, clientHeight };
        });
        expect(scrollHeight).toBeLessThanOrEqual(clientHeight);
        expect(await sidewaysScroll(page.locator('body'))).toBeLessThanOrEqual(0);
      });
    });
  }
});

test.describe('presenting', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('shows only heads, diagram, caption and playback controls, in large text', async ({ stage, page }) => {
    await stage.open({ present: '' });
    await expect(page.getByRole('banner')).toHaveCount(0);
    await expect(stage.steps).toBeHidden();
    await stage.crash(1);
    for (const step of [5, 6, 7]) {
      await stage.next();
      await stage.isAt(step);
    }
    const sizes = await page.evaluate(() => {
      const px = (elements: Iterable<Element | null>) =>
        [...elements].flatMap((each) => (each ? [Number.parseFloat(getComputedStyle(each).fontSize)] : []));
      const rows = [...document.querySelectorAll('[data-row]')];
      const words = '[data-row] text, [data-participant] span, [data-participant] li';
      return {
        caption: px(document.querySelectorAll('main p:has(> span[data-tone])')),
        // The label of an arrow or band comes first in its row; notes and details follow.
        labels: px(rows.map((row) => row.querySelector('text'))),
        all: px(document.querySelectorAll(words)),
      };
    });
    expect(Math.min(...sizes.caption)).toBeGreaterThanOrEqual(54);
    expect(Math.min(...sizes.labels)).toBeGreaterThanOrEqual(36);
    expect(Math.min(...sizes.all)).toBeGreaterThanOrEqual(32);
    await expect(stage.presentRow).toBeInViewport();
  });

  test('the stage is as wide as the screen in every lesson, regardless of open panels', async ({
    stage,
    page,
  }) => {
    // This lesson opens with the table of all strategies.
    for (const present of [{ present: '' }, { embed: '' }]) {
      await stage.open({ lesson: 'scale-out', ...present });
      await expect(stage.presentRow).toBeInViewport();
      const box = await page.locator('[data-stage]').boundingBox();
      expect(box?.width, Object.keys(present)[0]).toBeGreaterThan(0.95 * 1920);
    }
  });

  test('starts by button and by key, ends by Escape, and survives a clicker’s reload', async ({
    stage,
    page,
  }) => {
    const header = page.getByRole('banner');
    await stage.open();
    await stage.button('Present').click();
    await expect(header).toHaveCount(0);
    await page.keyboard.press('PageDown');
    await stage.isAt(4);
    await expect(page).toHaveURL(/[?&]present(&|#|$).*|step=4/);
    await stage.reload();
    await stage.isAt(4);
    await expect(header).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(header).toHaveCount(1);
    await page.keyboard.press('f');
    await expect(header).toHaveCount(0);
    await page.keyboard.press('f');
    await expect(header).toHaveCount(1);
  });
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the lab’s progress and plots, and the chosen challenge, remain distinguishable', async ({
    stage,
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await stage.open();
    const study = studyCode({ ...defaultStudy, strategies: ['sticky', 'signed-token'], runsPerPoint: 1 });
    await page.goto(`./?page=lab&entry=${study}&lang=en`);
    await page.getByRole('button', { name: labText.run, exact: true }).click();
    const progress = page.getByRole('progressbar');
    await expect(progress).toHaveJSProperty('position', 1);
    const [full, empty] = [await progress.screenshot(), await progress.evaluate(emptied)];
    expect(empty).toBe(0);
    expect((await progress.screenshot()).equals(full)).toBe(false);
    const plot = page.getByRole('region', { name: labText.plot });
    const ground = await plot
      .locator('div:has(> [data-point])')
      .evaluate((figure) => getComputedStyle(figure).backgroundColor);
    for (const text of await plot.locator('text').all()) {
      expect(await text.evaluate((element) => getComputedStyle(element).fill)).not.toBe(ground);
    }

    await page.goto('./?page=repair&entry=one-crash&lang=en');
    const chosen = page.locator('nav li button[aria-current]');
    await expect(chosen).toHaveCSS('outline-style', 'solid');
  });

  test('arrows, text and choices remain distinguishable', async ({ stage, page }) => {
    await stage.open();
    await stage.crash(1);
    for (let presses = 0; presses < 3; presses += 1) await stage.next();
    await stage.isAt(7);
    const colours = await page.evaluate(() => {
      const pill = document.querySelector('[data-row][data-present=true] rect');
      const words = document.querySelector('[data-row][data-present=true] text');
      const label = document.querySelector('[data-row="0"] > text');
      if (!pill || !words || !label) throw new Error('There is no reply.');
      return {
        page: getComputedStyle(document.body).backgroundColor,
        pill: getComputedStyle(pill).fill,
        words: getComputedStyle(words).fill,
        label: getComputedStyle(label).fill,
      };
    });
    expect(colours.pill).not.toBe(colours.words);
    expect(colours.label).not.toBe(colours.page);
    // Browsers remove backgrounds in this mode, so these are drawn as shapes.
    const grounds = await page.evaluate(() => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      const groundOf = (element: Element | null | undefined) =>
        element ? getComputedStyle(element).backgroundColor : 'none';
      const slider = document.querySelector('main input[type=range]')?.previousElementSibling;
      const band = document.querySelector('[data-row="3"] rect');
      return {
        canvas,
        done: groundOf(slider?.firstElementChild),
        dot: groundOf(slider?.querySelector('[data-done=true]')),
        toCome: groundOf(slider?.querySelector('[data-done=false]')),
        bandEdge: band === null ? 'none' : getComputedStyle(band).stroke,
        lifeline: groundOf(document.querySelector('[data-canvas] > div > div')),
      };
    });
    for (const [name, colour] of Object.entries(grounds)) {
      if (name === 'canvas') continue;
      expect.soft(colour, name).not.toBe(grounds.canvas);
      expect.soft(colour, name).not.toMatch(/^(none|transparent|rgba\(0, 0, 0, 0\))$/);
    }
    const chosen = page.locator('label', { has: page.getByRole('radio', { name: 'Stateful', exact: true }) });
    await expect(chosen).not.toHaveCSS('outline-style', 'none');
  });
});

test.describe('a long run', () => {
  const script = Array.from({ length: 100 }, () => purchase('laptop')).flat();
  // The list of steps fits on the screen as well.
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('renders only the rows near the screen, and shows the last step', async ({ stage, page }) => {
    // With client state nothing expires; a session in server memory would expire during this many requests.
    await stage.open({ strategy: 'client-state' }, { script });
    const last = await stage.last();
    expect(last).toBeGreaterThanOrEqual(900);
    const rows = stage.drawing.locator('[data-row]');
    for (const key of ['End', 'ArrowLeft', 'Home', 'End']) {
      await page.keyboard.press(key);
      await expect(stage.presentRow).toBeInViewport();
      expect(await rows.count(), key).toBeLessThan(60);
    }
    await stage.isAt(last);
    await expect(stage.caption).toContainText('paid');
    await stage.slider.fill('450');
    await stage.isAt(450);
    await expect(stage.presentRow).toBeInViewport();
    await expect(stage.presentItem).toBeInViewport();
    await stage.crash(1);
    await stage.isAt(451);
    await expect(stage.presentRow).toBeInViewport();
    expect(await rows.count()).toBeLessThan(60);
  });
});
