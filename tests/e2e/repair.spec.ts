/** Repair it: a challenge that is refused, played, repaired and kept; its code; a challenge made from a run. */
import { repairText as en } from '../../src/locales/en/repair-text.ts';
import { viewText as enView } from '../../src/locales/en/view-text.ts';
import { repairText as ko } from '../../src/locales/ko/repair-text.ts';
import { viewText as koView } from '../../src/locales/ko/view-text.ts';
import { violations } from '../support/axe.ts';
import { languagesIn, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const words = { en, ko };
const views = { en: enView, ko: koView };

for (const language of languagesIn(words)) {
  test.describe(`Repair it (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const text = words[language];
    const { guide } = views[language];

    test('a repair is refused and played, then accepted, kept, and checked by its code', async ({
      stage,
      page,
    }) => {
      test.slow();
      // Wide enough for the list beside the challenge.
      await page.setViewportSize({ width: 1440, height: 900 });
      await stage.open();
      await page.goto(`./?page=repair&entry=one-crash&lang=${language}`);
      const judge = page.getByRole('button', { name: text.test(2_000) });
      const strategy = page.getByRole('combobox', { name: text.settings.strategy });
      await expect(judge).toBeEnabled();
      await strategy.selectOption('replicated');
      await judge.click();
      const play = page.getByRole('button', { name: text.play, exact: true });
      await expect(play).toBeVisible({ timeout: 60_000 });
      expect(await violations(page)).toEqual([]);

      await play.click();
      await expect(stage.stage).toBeVisible();
      await expect(page).toHaveURL(/#run=/);
      await page.getByRole('button', { name: guide.pageNames.repair, exact: true }).click();
      await expect(strategy).toHaveValue('replicated');

      await page.getByRole('combobox', { name: text.settings.copyDelay }).selectOption('0');
      await judge.click();
      await expect(page.getByText(text.accepted(2_000))).toBeVisible({ timeout: 60_000 });
      expect(await violations(page)).toEqual([]);

      await page.reload();
      const list = page.getByRole('navigation', { name: text.list });
      await expect(list.getByRole('img', { name: text.stars(3) })).toBeVisible();
      await list.getByRole('button', { name: text.lecturer.open }).click();
      await page.getByRole('textbox', { name: text.lecturer.name }).fill('Mina');
      const code = await page.getByRole('textbox', { name: text.lecturer.code }).inputValue();
      expect(await violations(page)).toEqual([]);

      await list.getByRole('button', { name: text.lecturer.checkOpen }).click();
      await page.getByRole('textbox', { name: text.lecturer.pasted }).fill(code);
      await page.getByRole('button', { name: text.lecturer.check, exact: true }).click();
      const table = page.getByRole('table', { name: text.lecturer.by('Mina') });
      await expect(table.getByText(text.lecturer.holds)).toBeVisible({ timeout: 60_000 });
      expect(await violations(page)).toEqual([]);
    });

    test('a challenge made from a run opens from its link, on a phone as well', async ({ stage, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await stage.open();
      await page.goto(`./?page=repair&entry=make&lang=${language}`);
      await page.getByRole('textbox', { name: text.make.name }).fill('Fix me');
      expect(await violations(page)).toEqual([]);
      const link = await page.getByRole('textbox', { name: text.make.link }).inputValue();
      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'Fix me' })).toBeVisible();
      await expect(page.getByRole('button', { name: text.test(2_000) })).toBeEnabled();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: text.toList }).click();
      await expect(page.getByRole('navigation', { name: text.list })).toBeVisible();
    });
  });
}

test('a title of one long word stays inside its card', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await stage.open();
  await page.goto('./?page=repair&entry=make&lang=en');
  const title = 'W'.repeat(60);
  await page.getByRole('textbox', { name: en.make.name }).fill(title);
  await page.goto(await page.getByRole('textbox', { name: en.make.link }).inputValue());
  const goal = page.getByRole('region', { name: title });
  await expect(goal.getByRole('heading')).toBeVisible();
  const overflow = (element: Element) => element.scrollWidth - element.clientWidth;
  expect(await goal.evaluate(overflow)).toBe(0);
  expect(await page.getByRole('main').evaluate(overflow)).toBe(0);
});
