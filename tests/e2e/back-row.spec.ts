/** Sizes that the back row of a lecture room can read: presentation mode at 1920×1080, with one stage and with two. */
import type { Page } from '@playwright/test';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

interface Sizes {
  readonly captions: number[];
  readonly labels: number[];
  /** The font sizes of all visible texts, with the texts. */
  readonly words: (readonly [number, string])[];
}

/** Rendered font sizes, in pixels. */
function sizesOn(page: Page): Promise<Sizes> {
  return page.evaluate(() => {
    const px = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.visually-hidden, select, [popover]') === null;
    const main = document.querySelector('main');
    if (main === null) throw new Error('There is no main part.');
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const words: [number, string][] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement === null || textContent?.trim() === '' || !isSeen(parentElement)) continue;
      words.push([px(parentElement), textContent ?? '']);
    }
    return {
      words,
      captions: [...main.querySelectorAll('p:has(> span[data-tone])')].map(px),
      labels: [...main.querySelectorAll('[data-row]')].flatMap((row) => {
        const label = row.querySelector('text');
        return label === null ? [] : [px(label)];
      }),
    };
  });
}

/** Texts on the present rows' arrows that are partly hidden below the heads. */
function hiddenWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-stage]')].flatMap((stage) => {
      const frame = stage.getBoundingClientRect();
      const heads = stage.querySelector('[data-heads]')?.getBoundingClientRect();
      const texts = [...stage.querySelectorAll('[data-row][data-present=true] text')];
      // The label of an arrow or band comes first; its consequences are in the caption as well.
      const label = texts.find((text) => text.checkVisibility({ visibilityProperty: true }));
      if (heads === undefined || label === undefined) return ['There is no present row.'];
      const { top, bottom } = label.getBoundingClientRect();
      return top < heads.bottom - 1 || bottom > frame.bottom + 1 ? [label.textContent ?? ''] : [];
    }),
  );
}

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language, locale: locales[language] });

    for (const [name, query] of [
      ['one stage', {}],
      ['two stages', { compare: 'client-state' }],
      ['two stages with a token', { compare: 'signed-token' }],
    ] as const) {
      test(`${name}: captions have 54 px, labels 36 px, no text is under 32 px, and the present row is fully visible`, async ({
        stage,
        page,
      }) => {
        await stage.open({ present: '', ...query });
        await stage.crash(1);
        for (let step = 4; step <= 9; step += 1) {
          if (step > 4) await page.keyboard.press('PageDown');
          await expect(stage.slider).toHaveValue(String(step));
          const { captions, labels, words } = await sizesOn(page);
          expect(captions.length).toBeGreaterThan(0);
          expect.soft(Math.min(...captions), `captions at step ${step}`).toBeGreaterThanOrEqual(54);
          expect.soft(Math.min(...labels), `labels at step ${step}`).toBeGreaterThanOrEqual(36);
          expect
            .soft(
              words.filter(([size]) => size < 32),
              `words at step ${step}`,
            )
            .toEqual([]);
          expect.soft(await hiddenWords(page), `hidden at step ${step}`).toEqual([]);
          // Five lifelines fit beside each other, without scrolling sideways.
          const wide = await page
            .locator('[data-stage]')
            .evaluateAll((stages) => stages.map((each) => each.scrollWidth - each.clientWidth));
          expect.soft(Math.max(...wide), `sideways at step ${step}`).toBeLessThanOrEqual(0);
        }
        const high = await page.evaluate(
          () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
        );
        expect(high).toBeLessThanOrEqual(0);
      });
    }

    test('outside presentation mode, controls of the stage are in one row, and its subject in another', async ({
      stage,
      page,
    }) => {
      await stage.open();
      const about = page.getByRole('switch', { name: stage.words.fullDetail, exact: true });
      await expect(about).toBeVisible();
      const choices = page
        .getByRole('main')
        .locator('[role=radiogroup], [role=switch]')
        .filter({ hasNotText: stage.words.fullDetail });
      const rows = await choices.evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility())
          .map((each) => each.getBoundingClientRect())
          .map(({ top, height }) => top + height / 2),
      );
      expect(rows.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(10);
    });
  });
}
