/** Incidents: one click opens a run, a switch fixes it, and the address keeps both. */
import { violations } from '../support/axe.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

for (const language of languages) {
  test.describe(`Incidents (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('open with one click, switch, reload, and lead back', async ({ stage, page }) => {
      const { fixSides, lessonTitle } = stage.words;
      await page.goto(`?page=incidents&lang=${language}`);
      await page.getByRole('link', { name: lessonTitle('mcp-session') }).click();
      await expect(page).toHaveURL(/[?&]incident=mcp-session/);
      const after = page.getByRole('radio', { name: fixSides.after });
      await after.check({ force: true });
      await expect(page).toHaveURL(/[?&]fixed/);
      await page.reload();
      await expect(after).toBeChecked();
      await expect(page.getByRole('heading', { name: lessonTitle('mcp-session') })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.goBack();
      await expect(page).not.toHaveURL(/incident=/);
    });

    test('fit a small laptop, a large screen and a phone, without a scroll of the page', async ({ page }) => {
      // The second one's panel is longer than a laptop's screen is high.
      for (const incident of ['lost-update', 'key-ring-not-shared-yet']) {
        for (const [width, height] of [
          [1366, 768],
          [1920, 1080],
          [390, 844],
        ] as const) {
          await page.setViewportSize({ width, height });
          await page.goto(`?incident=${incident}&lang=${language}`);
          await expect(page.locator('[data-incident-bar] [role="radiogroup"]')).toBeVisible();
          await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
          const overflow = await page.evaluate(() => {
            const { scrollWidth, scrollHeight } = document.documentElement;
            return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
          });
          expect(overflow, `${incident} at ${width} × ${height}`).toEqual([0, 0]);
        }
      }
    });

    test('compare two sides that are named before and after the fix', async ({ stage, page }) => {
      const { fixSides } = stage.words;
      await page.goto(`?incident=logout-undone&compare=fix&lang=${language}`);
      for (const name of [fixSides.before, fixSides.after]) {
        await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
      }
      expect(await violations(page)).toEqual([]);
    });
  });
}
