/** The search for a loss: opened from the menu, plays what it finds, by keys, without problems of accessibility. */
import { findLossText as en } from '../../src/locales/en/find-loss-text.ts';
import { operateText } from '../../src/locales/en/operate-text.ts';
import { findLossText as ko } from '../../src/locales/ko/find-loss-text.ts';
import { operateText as koOperateText } from '../../src/locales/ko/operate-text.ts';
import { violations } from '../support/axe.ts';
import { locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

test('finds a loss, plays it, and Undo takes it back', async ({ stage, page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await stage.open();
  await stage.isIdle();
  expect(fetched.filter((url) => /find-loss/.test(url))).toEqual([]);
  await page.getByRole('button', { name: stage.words.operate, exact: true }).click();
  await page.getByRole('button', { name: operateText.findLoss }).click();
  const panel = page.getByRole('region', { name: en.title });
  const search = panel.getByRole('button', { name: en.search, exact: true });
  // A key doesn't wait until the workers are there.
  await expect(search).toBeEnabled();
  await search.press('Enter');
  await expect(panel.getByRole('status')).toContainText('Tried all');
  await expect(panel.getByRole('button', { pressed: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: en.close }).click();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: stage.words.undo })).toBeDisabled();
});

const words = { ko: { text: ko, operating: koOperateText }, en: { text: en, operating: operateText } };

for (const language of ['ko', 'en'] as const) {
  test.describe(`the point of no return (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const { text, operating } = words[language];

    test('is drawn along the slider while the panel shows it', async ({ stage, page }) => {
      await stage.open({ lang: language });
      await stage.crash(1);
      await page.keyboard.press('End');
      await page.getByRole('button', { name: stage.words.operate, exact: true }).click();
      await page.getByRole('button', { name: operating.findLoss }).click();
      const panel = page.getByRole('region', { name: text.title });
      await panel.getByRole('button', { name: text.noReturn.open }).click();
      const strip = page.getByRole('img', { name: text.noReturn.strip });
      await expect(strip).toBeVisible();
      const bar = panel.locator('[data-point=true]');
      await expect(bar).toBeVisible();
      const point = page.locator('[data-no-return-point]');
      await expect(point).toBeVisible();
      expect(await violations(page)).toEqual([]);

      // The marked step is the same as in the panel, and it's at that step's place.
      await bar.click();
      const step = Number(await stage.slider.inputValue());
      await expect(page.getByRole('img', { name: text.noReturn.point(step, 50) })).toHaveCount(1);
      const middleOf = async (selector: string) => {
        const box = await page.locator(selector).boundingBox();
        if (box === null) throw new Error(`Nothing is drawn as ${selector}.`);
        return box.x + box.width / 2;
      };
      expect(
        Math.abs((await middleOf('[data-no-return-point]')) - (await middleOf('[data-thumb]'))),
      ).toBeLessThan(2);

      // No sign covers it.
      await page.keyboard.press('End');
      await expect(page.locator('[data-mark]').first()).toBeVisible();
      const expectBelowSigns = async () => {
        const top = (await strip.boundingBox())?.y ?? 0;
        const bottoms = await page
          .locator('[data-mark]')
          .evaluateAll((signs) => signs.map((sign) => sign.getBoundingClientRect().bottom));
        expect(bottoms.length).toBeGreaterThan(0);
        expect(Math.max(...bottoms)).toBeLessThanOrEqual(top);
      };
      await expectBelowSigns();
      // Letters and signs are larger for a back row.
      await page.keyboard.press('f');
      await expectBelowSigns();
      await page.keyboard.press('f');

      await page.keyboard.press('Home');
      await expect(strip).toBeVisible();
      await panel.getByRole('button', { name: text.close }).click();
      await expect(strip).toHaveCount(0);
    });
  });
}
