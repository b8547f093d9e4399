/** The guide, in place of the stage. */
import { violations } from '../support/axe.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

for (const language of languages) {
  test.describe(`The guide (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('opens and closes where the run is, and keys leave the run alone meanwhile', async ({
      stage,
      page,
    }) => {
      const { lesson, guide } = stage.words;
      await stage.open();
      await stage.crash(1);
      await stage.isAt(4);
      await stage.button(lesson).click();
      const heading = page.getByRole('heading', { level: 2, name: guide.pageName('lessons'), exact: true });
      await expect(heading).toBeFocused();
      await expect(page).toHaveURL(/[?&]page=lessons/);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('End');
      await page.keyboard.press('Digit2');
      await page.keyboard.press('Escape');
      await stage.isAt(4);
      await expect(stage.button(lesson)).toBeFocused();
      await expect(page).not.toHaveURL(/page=/);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
      await expect(stage.button(stage.words.crash(stage.server(2)))).toBeVisible();
    });

    test('is one step of the browser’s history, and outlasts a reload', async ({ stage, page }) => {
      const { lesson, guide } = stage.words;
      await stage.open();
      await stage.crash(1);
      await stage.button(lesson).click();
      await page.reload();
      await expect(page.getByRole('heading', { level: 2, name: guide.pageName('lessons') })).toBeVisible();
      await stage.button(guide.back).click();
      await stage.isAt(4);
      await stage.button(lesson).click();
      await expect(page.getByRole('navigation', { name: guide.guide })).toBeVisible();
      await page.goBack();
      await stage.isAt(4);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
    });
  });
}

test('a lesson begins anew from its link', async ({ stage, page }) => {
  await stage.open({ strategy: 'client-state', step: '5' });
  await stage.button('Lesson').click();
  await page
    .getByRole('main')
    .getByRole('link', { name: stage.words.lessonTitle('clerk') })
    .click();
  await stage.isReady();
  await stage.isAt(3);
  await expect(stage.mode('stateful')).toBeChecked();
});

for (const [colorScheme, width] of [
  ['light', 1366],
  ['dark', 320],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, language: 'ko', locale: locales.ko });

    test('axe finds nothing in the guide, and nothing hangs over its edge', async ({ page }) => {
      await page.goto('./?page=lessons');
      await expect(page.getByRole('navigation', { name: '길잡이' })).toBeVisible();
      expect.soft(await violations(page)).toEqual([]);
      const [scroll, client] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect(scroll).toBe(client);
    });
  });
}
