/** Little space: many lifelines side by side, and two stages above each other while presenting. */
import type { Page } from '@playwright/test';
import { notInSight } from '../support/present-row.ts';
import { languages, locales, type Query } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language, locale: locales[language], viewport: { width: 1366, height: 768 } });

    test('a head’s name breaks only between words, even with seven lifelines', async ({ stage, page }) => {
      for (const query of [{}, { present: '' }, { compare: 'signed-token' }]) {
        await stage.open({ lesson: 'scale-out', strategy: 'shared-store', ...query });
        expect(await page.locator('[data-participant]').count()).toBeGreaterThanOrEqual(7);
        expect(await tornNames(page), JSON.stringify(query)).toEqual([]);
      }
    });
  });
}

for (const viewport of [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
]) {
  test.describe(`presenting at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    test('two stages show the whole present row with notes, regardless of memory size', async ({
      stage,
      page,
    }) => {
      const places: readonly [Query, number][] = [
        [{ lesson: 'clerk', compare: 'signed-token', step: '4' }, 9],
        [{ lesson: 'login-crash', compare: 'shared-store', step: '4' }, 9],
        [{ lesson: 'layers', compare: 'signed-token', step: '1' }, 3],
        // At this step, the session store has more entries than its head displays.
        [{ lesson: 'scale-out', compare: 'shared-store', step: '40' }, 43],
      ];
      for (const [query, last] of places) {
        await stage.open({ ...query, present: '' });
        const first = await stage.present();
        for (let step = first; step < first + last - Number(query.step); step += 1) {
          await expect(stage.slider).toHaveValue(String(step));
          // The camera adjusts to a growing head a frame later.
          const place = `${query.lesson} at step ${step}`;
          await expect.poll(() => hiddenInRow(page), place).toEqual([]);
          await page.keyboard.press('PageDown');
        }
      }
    });
  });
}

/** Phones held sideways. */
for (const viewport of [
  { width: 844, height: 390 },
  { width: 740, height: 360 },
  { width: 568, height: 320 },
]) {
  test.describe(`presenting two stages at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    test('both show the present row below their heads, and the tools cover no stage', async ({
      stage,
      page,
    }) => {
      for (const query of [
        { lesson: 'login-crash', compare: 'signed-token', step: '4' },
        { lesson: 'shared-store', compare: 'sticky', step: '5' },
        { incident: 'drained-pod', compare: 'fix', step: '4' },
      ]) {
        await stage.open({ ...query, present: '' });
        const first = await stage.present();
        for (let step = first; step < first + 4; step += 1) {
          await expect(stage.slider).toHaveValue(String(step));
          const place = `${JSON.stringify(query)} at step ${step}`;
          await expect.poll(() => notInSight(page), place).toEqual([]);
          expect(await coveringTools(page), place).toEqual([]);
          await page.keyboard.press('PageDown');
        }
      }
    });
  });
}

/** The presenter's buttons that lie over a stage. */
function coveringTools(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stages = [...document.querySelectorAll('[data-stage]')].map((each) => each.getBoundingClientRect());
    const buttons = [...document.querySelectorAll('main button')].filter(
      (each) => each.closest('[data-stage]') === null && each.checkVisibility(),
    );
    return buttons
      .filter((button) => {
        const box = button.getBoundingClientRect();
        return stages.some(
          ({ left, right, top, bottom }) =>
            box.right > left + 1 && box.left < right - 1 && box.bottom > top + 1 && box.top < bottom - 1,
        );
      })
      .map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '');
  });
}

/** A 1920×1080 and a 1280×1024 screen at a zoom of 400 %. */
for (const viewport of [
  { width: 480, height: 270 },
  { width: 320, height: 256 },
]) {
  for (const language of languages) {
    test.describe(`${viewport.width}×${viewport.height} in ${language}`, () => {
      test.use({ viewport, language, locale: locales[language] });

      test('has the present row, its caption and the controls, and nothing else to scroll', async ({
        stage,
        page,
      }) => {
        await stage.open({ lesson: 'clerk' });
        await page.getByRole('radiogroup').getByRole('radio').nth(1).check({ force: true });
        for (let step = 0; step < 4; step += 1) {
          await page.keyboard.press('ArrowRight');
          await expect.poll(() => beginsInSight(page), `${step}`).toBe(true);
          const outside = await page.evaluate(() =>
            [...document.querySelectorAll('[data-stage], [data-foot], [data-foot] [data-control]')]
              .map((each) => each.getBoundingClientRect())
              .filter(({ width, top, bottom }) => width > 0 && (top < 0 || bottom > innerHeight + 0.5)),
          );
          expect(outside).toEqual([]);
          const size = await page.evaluate(() => {
            const { scrollWidth, scrollHeight } = document.documentElement;
            return { width: scrollWidth, height: scrollHeight };
          });
          expect(size).toEqual(viewport);
        }
      });
    });
  }
}

/** 1366×768, 1280×720, 1280×1024 and 1920×1080 at a zoom of 400 %. */
test('presenting at a zoom of 400 % has stage, caption and playback controls', async ({ stage, page }) => {
  for (const language of languages) {
    for (const query of [{}, { compare: 'signed-token' }]) {
      const spoken = stage.spokenIn(language);
      await page.setViewportSize({ width: 1366, height: 768 });
      await spoken.open({ lesson: 'login-crash', step: '8', present: '', lang: language, ...query });
      for (const [width, height] of [
        [341, 192],
        [320, 180],
        [320, 256],
        [480, 270],
      ] as const) {
        await page.setViewportSize({ width, height });
        const place = `${language} ${JSON.stringify(query)} at ${width}×${height}`;
        await expect.poll(() => beginsInSight(page), place).toBe(true);
        await expect(spoken.caption.first(), place).toBeInViewport({ ratio: 1 });
        await expect(spoken.slider, place).toBeInViewport({ ratio: 1 });
        await expect(spoken.control('nextStep'), place).toBeInViewport({ ratio: 1 });
        await expect(spoken.button(spoken.words.leavePresenting), place).toBeInViewport({ ratio: 1 });
      }
    }
  }
});

/** Names with a word that is split across lines. */
function tornNames(page: Page): Promise<string[]> {
  return page.locator('[data-participant]').evaluateAll((heads) =>
    heads.flatMap((head) => {
      const words = document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode();
      const name = words?.textContent ?? '';
      const lineAt = (index: number) => {
        const range = document.createRange();
        if (words == null) return 0;
        range.setStart(words, index);
        range.setEnd(words, index + 1);
        return range.getBoundingClientRect().top;
      };
      const isTorn = [...name].some(
        (letter, index) =>
          index > 0 && letter !== ' ' && name[index - 1] !== ' ' && lineAt(index) - lineAt(index - 1) > 3,
      );
      return isTorn ? [name] : [];
    }),
  );
}

/** Whether the first line of the present row’s label is in sight. A reply of three lines doesn’t fit; its caption has the words. */
function beginsInSight(page: Page): Promise<boolean> {
  return page
    .locator('[data-stage]')
    .first()
    .evaluate((stage) => {
      const linePx = 20;
      const label = stage.querySelector('[data-row][data-present=true] text')?.getBoundingClientRect();
      const top = stage.querySelector('[data-heads]')?.getBoundingClientRect().bottom ?? 0;
      const { bottom } = stage.getBoundingClientRect();
      return label !== undefined && label.top >= top - 1 && label.top <= bottom - linePx;
    });
}

/** Texts of the present rows that are clipped by the heads above, or by the stage's lower edge. */
function hiddenInRow(page: Page): Promise<string[]> {
  return page.locator('[data-stage]').evaluateAll((stages) =>
    stages.flatMap((stage) => {
      const top = stage.querySelector('[data-heads]')?.getBoundingClientRect().bottom ?? 0;
      const bottom = stage.getBoundingClientRect().bottom;
      const row = stage.querySelector('[data-row][data-present=true]');
      if (row === null) return ['There is no present row.'];
      return [...row.querySelectorAll('text')]
        .filter((words) => words.checkVisibility({ visibilityProperty: true }))
        .map((words) => ({ words: words.textContent ?? '', box: words.getBoundingClientRect() }))
        .filter(({ box }) => box.top < top - 1 || box.bottom > bottom + 1)
        .map(({ words }) => words);
    }),
  );
}
