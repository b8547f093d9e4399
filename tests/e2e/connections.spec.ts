/** TCP and UDP on the stage, and the table of strategies. */
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { violations } from '../support/axe.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, locale: locales[language] });

    test('switching between TCP and UDP keeps the line of the script', async ({ stage, page }) => {
      await stage.open({ lesson: 'tcp', step: '6', lang: language });
      const tcp = page.getByRole('radio', { name: 'TCP' });
      const udp = page.getByRole('radio', { name: 'UDP' });
      await expect(tcp).toBeChecked();
      await page.keyboard.press('m');
      await expect(udp).toBeChecked();
      await expect(page.locator('[data-stage]')).toContainText('“again”');
      await page.keyboard.press('m');
      await expect(tcp).toBeChecked();
      await stage.isAt(6);
      expect(await violations(page)).toEqual([]);
    });

    test('the table of strategies fills in by itself, and opens a comparison', async ({ stage, page }) => {
      await stage.open({ lesson: 'scale-out', scene: '2', lang: language });
      const table = page.getByRole('region', { name: stage.words.strategies });
      // One for each strategy, and the headings.
      await expect(table.getByRole('row')).toHaveCount(strategyIds.length + 1);
      await expect(table).not.toContainText('…');
      expect(await violations(page)).toEqual([]);
      const last = table.getByRole('row').last();
      await last.getByRole('button', { name: stage.words.compare }).click();
      await expect(page).toHaveURL(/compare=sealed-cookie/);
    });
  });
}
