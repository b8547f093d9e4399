/** Little space: many lifelines side by side, and two stages above each other while presenting. */
import type { Page } from '@playwright/test';
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
