/** Incidents: one click opens a run, a switch fixes it, and the address keeps both. */
import { incidents } from '../../src/incidents/incidents.ts';
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

    test('fit a small laptop, a large screen and a phone', async ({ page }) => {
      for (const [width, height] of [
        [1366, 768],
        [1920, 1080],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.goto(`?incident=${incidents[0]?.id}&lang=${language}`);
        await expect(page.locator('[data-incident-bar] [role="radiogroup"]')).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${width} × ${height}`).toBeLessThanOrEqual(0);
      }
    });
  });
}
