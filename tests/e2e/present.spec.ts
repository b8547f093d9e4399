/** Presenter tools: blank screen, laser pointer, projector colours, sound. */

import type { Page } from '@playwright/test';
import { helpText } from '../../src/locales/en/help-text.ts';
import { violations } from '../support/axe.ts';
import { inEachLanguage, languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const words = await inEachLanguage((text) => text.loadPresentText());

function blankScreen(page: Page) {
  return page.getByRole('dialog', { name: words.en.isBlank });
}

function openTools({ page, words: { presentTools } }: StageDriver) {
  return page.getByRole('button', { name: presentTools, exact: true }).click();
}

for (const viewport of [
  { width: 960, height: 540 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
]) {
  test(`presenting shows the diagram alone, also from the details (${viewport.width}×${viewport.height})`, async ({
    stage,
    page,
  }) => {
    await page.setViewportSize(viewport);
    await stage.open();
    await stage.choose(stage.words.view, stage.words.details);
    await page.keyboard.press('f');
    await expect(page.locator('[data-present="true"]')).toBeInViewport();
    await expect(page.getByRole('radiogroup', { name: stage.words.view, exact: true })).toBeHidden();
  });
}

test.describe('a blank screen', () => {
  const ways: Record<string, (stage: StageDriver) => Promise<void>> = {
    B: ({ page }) => page.keyboard.press('b'),
    'a clicker’s full stop': ({ page }) => page.keyboard.press('.'),
    'B while a Korean input method takes the key': (stage) =>
      stage.dispatchKey('KeyB', { key: 'Process', keyCode: 229 }),
  };
  for (const [name, way] of Object.entries(ways)) {
    test(`appears by ${name}, shows a hint, and closes on any key or tap at the same step`, async ({
      stage,
      page,
    }) => {
      await stage.open({ present: '' });
      const returns: readonly (() => Promise<void>)[] = [
        () => page.keyboard.press('PageDown'),
        () => page.keyboard.press('Escape'),
        () => page.keyboard.press('b'),
        () => page.keyboard.press('1'),
        () => stage.dispatchKey('KeyM', { key: 'Process', keyCode: 229 }),
        () => page.mouse.click(400, 300),
      ];
      for (const back of returns) {
        await way(stage);
        await expect(blankScreen(page)).toBeFocused();
        const box = await blankScreen(page).boundingBox();
        expect(box).toEqual({ x: 0, y: 0, ...page.viewportSize() });
        await expect(blankScreen(page)).toHaveCSS('background-color', 'rgb(0, 0, 0)');
        await back();
        await expect(blankScreen(page)).toHaveCount(0);
        await stage.isAt(3);
      }
      await expect(page.getByRole('banner')).toHaveCount(0);
      await expect(stage.button('Crash Server 1')).toBeVisible();
    });
  }

  test('works outside presentation mode, ignores modifier keys, and pauses playback', async ({
    stage,
    page,
  }) => {
    await stage.open();
    await stage.control('play').click();
    await page.keyboard.press('b');
    await expect(blankScreen(page)).toBeVisible();
    await page.keyboard.press('Shift');
    await expect(blankScreen(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Space');
    await expect(blankScreen(page)).toHaveCount(0);
    await expect(stage.control('play')).toBeVisible();
  });

  test('a reload by a clicker’s F5 reopens the page at its step', async ({ stage, page }) => {
    await stage.open({ present: '', step: '5' });
    await page.keyboard.press('.');
    await expect(blankScreen(page)).toBeVisible();
    await stage.reload();
    await stage.isAt(5);
    await expect(blankScreen(page)).toHaveCount(0);
    await expect(page.getByRole('banner')).toHaveCount(0);
  });
});

test.describe('the pointer', () => {
  test('is a dot while presenting, until it is turned off', async ({ stage, page }) => {
    const dot = page.locator('[data-laser-dot]');
    await stage.open();
    await page.keyboard.press('l');
    await expect(dot).toHaveCount(0);
    await page.keyboard.press('f');
    await page.keyboard.press('l');
    await expect(dot).toBeAttached();
    await expect(dot).toBeHidden();
    await expect(async () => {
      await page.mouse.move(290, 190);
      await page.mouse.move(300, 200);
      await expect(dot).toBeVisible({ timeout: 500 });
    }).toPass();
    const middle = async () => {
      const box = await dot.boundingBox();
      return box && [box.x + box.width / 2, box.y + box.height / 2];
    };
    await expect.poll(middle).toEqual([300, 200]);
    await page.mouse.move(420, 310);
    await expect.poll(middle).toEqual([420, 310]);
    await expect(stage.control('nextStep')).toHaveCSS('cursor', 'none');
    await page.keyboard.press('PageDown');
    await stage.isAt(4);
    await page.keyboard.press('l');
    await expect(dot).toHaveCount(0);
    await expect(stage.control('nextStep')).not.toHaveCSS('cursor', 'none');
  });

  test('hides after three idle seconds of presenting, and reappears when it moves', async ({
    stage,
    page,
  }) => {
    await stage.openWithTimeHeld({ present: '' });
    const next = stage.control('nextStep');
    await page.mouse.move(300, 200);
    await stage.pass(2_900);
    await expect(next).not.toHaveCSS('cursor', 'none');
    await stage.pass(200);
    await expect(next).toHaveCSS('cursor', 'none');
    await page.mouse.move(301, 200);
    await expect(next).not.toHaveCSS('cursor', 'none');
    await stage.pass(4_000);
    await page.keyboard.press('Escape');
    await expect(next).not.toHaveCSS('cursor', 'none');
  });
});

test('the screen stays awake while presenting, even after the page was hidden', async ({ stage, page }) => {
  await page.addInitScript(() => {
    const log: string[] = [];
    const request = async () => {
      const sentinel = {
        released: false,
        release: async () => {
          sentinel.released = true;
          log.push('released');
        },
      };
      log.push('asked');
      Object.assign(window, { lastLock: sentinel });
      return sentinel;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    Object.assign(window, { wakeLog: log });
  });
  const log = () => page.evaluate(() => (window as unknown as { wakeLog: string[] }).wakeLog);
  await stage.open();
  expect(await log()).toEqual([]);
  await page.keyboard.press('f');
  await expect.poll(log).toEqual(['asked']);
  // A hidden page loses its wake lock: the browser fires an event, and another one when the page is visible again.
  await page.evaluate(() => {
    Object.assign((window as unknown as { lastLock: object }).lastLock, { released: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(log).toEqual(['asked', 'asked']);
  await page.keyboard.press('Escape');
  await expect.poll(log).toEqual(['asked', 'asked', 'released']);
});

for (const language of ['ko', 'en'] as const) {
  test.describe(`the tools (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('set brightness and contrast, which are stored, and apply only while presenting', async ({
      stage,
      page,
    }) => {
      const slider = (name: string) => page.getByRole('slider', { name });
      const html = page.locator('html');
      await stage.open({ present: '' });
      await openTools(stage);
      await slider(words[language].brightness).fill('85');
      await slider(words[language].contrast).fill('150');
      await expect(html).toHaveCSS('filter', 'brightness(0.85) contrast(1.5)');
      await expect(slider(words[language].contrast)).toHaveAttribute('aria-valuetext', '150%');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(slider(words[language].contrast)).toHaveCount(0);
      await expect(page.getByRole('banner')).toHaveCount(0);
      await stage.reload();
      await expect(html).toHaveCSS('filter', 'brightness(0.85) contrast(1.5)');
      await openTools(stage);
      await stage.button(words[language].plainProjection).click();
      await expect(html).toHaveCSS('filter', 'none');
      await slider(words[language].brightness).fill('110');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('banner')).toHaveCount(1);
      await expect(html).toHaveCSS('filter', 'none');
    });

    test('change the theme, blank the screen and show the laser', async ({ stage, page }) => {
      await stage.open({ present: '' });
      await openTools(stage);
      await stage.radio(stage.words.theme, stage.words.themeChoices.projector).check();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
      const laser = page.getByRole('switch', { name: words[language].laser });
      await laser.click();
      await expect(laser).toBeChecked();
      await page.getByRole('button', { name: words[language].blank }).click();
      const blank = page.getByRole('dialog', { name: words[language].isBlank });
      await expect(blank).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(blank).toHaveCount(0);
      await stage.isAt(3);
    });
  });
}

test.describe('sound', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const made = { contexts: 0, oscillators: 0 };
      window.AudioContext = class extends AudioContext {
        constructor(options?: AudioContextOptions) {
          super(options);
          made.contexts += 1;
        }
      };
      const { start } = OscillatorNode.prototype;
      OscillatorNode.prototype.start = function startCounted(when?: number) {
        made.oscillators += 1;
        start.call(this, when);
      };
      Object.assign(window, { made });
    });
  });

  const made = (page: Page) =>
    page.evaluate(() => (window as unknown as { made: { contexts: number; oscillators: number } }).made);

  test('is off by default: no audio context is created, and nothing is loaded for it', async ({
    stage,
    page,
  }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await stage.open();
    await stage.crash(1);
    for (const step of [5, 6, 7]) {
      await stage.next();
      await stage.isAt(step);
    }
    expect(await made(page)).toEqual({ contexts: 0, oscillators: 0 });
    expect(fetched.filter((url) => url.includes('synthesizer'))).toEqual([]);
  });

  test('turned on by its key, plays for each step, and stays on until it is turned off', async ({
    stage,
    page,
  }) => {
    await stage.open();
    const loaded = page.waitForResponse(/synthesizer/);
    await page.keyboard.press('s');
    await loaded;
    await expect(async () => {
      await stage.back();
      await stage.next();
      expect(await made(page)).toMatchObject({ contexts: 1 });
    }).toPass();
    await stage.reload();
    await expect(async () => {
      await stage.back();
      await stage.next();
      expect((await made(page)).oscillators).toBeGreaterThan(0);
    }).toPass();
    await stage.button('Help').click();
    await stage.help.getByRole('switch', { name: helpText.soundOn }).click();
    await stage.help.getByRole('button', { name: 'Close' }).click();
    await stage.reload();
    await stage.crash(1);
    await expect(stage.button('Restart Server 1')).toBeVisible();
    expect(await made(page)).toEqual({ contexts: 0, oscillators: 0 });
  });
});

test('a double click on Present crashes no server', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await stage.open();
  await stage.button(stage.words.present).dblclick();
  await expect(page.locator('[data-present] [data-stage]')).toBeVisible();
  await stage.isAt(3);
  // A press elsewhere acts at once.
  await stage.crash(1);
  await stage.isAt(4);
});

test('memories show their first items, and cut none of them through', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await stage.open({ present: '', lesson: 'replication', scene: '6' });
  await expect(stage.memoryOf(3).locator('[data-chip]').first()).toBeInViewport({ ratio: 1 });
  const cut = await page.locator('[data-heads] ul').evaluateAll(
    (lists) =>
      lists.flatMap((list) => {
        const { bottom, top } = list.getBoundingClientRect();
        return [...list.children].filter((chip) => {
          const box = chip.getBoundingClientRect();
          return box.top < top - 1 || (box.top < bottom - 1 && box.bottom > bottom + 1);
        });
      }).length,
  );
  expect(cut).toBe(0);
});

test('a login’s chip shows when the session ends, and the load balancer its rule', async ({
  stage,
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const language of languages) {
    const spoken = stage.spokenIn(language);
    for (const query of [{}, { compare: 'signed-token' }]) {
      await spoken.open({ lesson: 'login-crash', step: '8', present: '', lang: language, ...query });
      for (const [width, height] of [
        [1920, 1080],
        [1366, 768],
      ] as const) {
        await page.setViewportSize({ width, height });
        const place = `${language} ${JSON.stringify(query)} at ${width}×${height}`;
        await expect.poll(() => clippedWords(page), place).toEqual([]);
      }
    }
  }
});

/** Words in memories that end in an ellipsis, or below the edge of their list. */
function clippedWords(page: Page): Promise<string[]> {
  return page.locator('[data-heads] [role=group] :is(li, span)').evaluateAll((all) =>
    all
      .filter((each) => {
        const list = each.closest('ul');
        const isBelow =
          list !== null && each.getBoundingClientRect().bottom > list.getBoundingClientRect().bottom + 1;
        return isBelow || each.scrollWidth > each.clientWidth + 1;
      })
      .map((each) => each.textContent ?? ''),
  );
}
