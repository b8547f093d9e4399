/** What is typed and not used yet outlasts other pages, comparing, and a reload. */
import type { Page } from '@playwright/test';
import { inEachLanguage, languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const sandboxTexts = await inEachLanguage((text) => text.loadSandboxText());
const repairTexts = await inEachLanguage((text) => text.loadRepairText());

const toPage = (page: Page, stage: StageDriver, name: string) =>
  page.getByRole('navigation', { name: stage.words.pages }).getByRole('link', { name }).click();

for (const language of languages) {
  const words = sandboxTexts[language];
  const { make, ...repair } = repairTexts[language];

  test.describe(`in ${language}`, () => {
    test.use({ language, locale: locales[language] });

    test('the sandbox keeps a script and a file that are being typed', async ({ stage, page }) => {
      await stage.open({ lesson: 'sandbox', lang: language });
      const script = page.getByRole('textbox', { name: words.asText }).first();
      const file = page.getByRole('textbox', { name: words.asFile });
      const areKept = async () => {
        await expect(script).toHaveValue('shop card DRAFT');
        await expect(file).toHaveValue('{ "DRAFT": 1 }');
        await expect(page.getByText(words.draft.kept)).toHaveCount(2);
      };
      await page.getByText(words.asText, { exact: true }).first().click();
      await script.fill('shop card DRAFT');
      await page.getByText(words.asFile, { exact: true }).click();
      await file.fill('{ "DRAFT": 1 }');
      await areKept();

      await toPage(page, stage, stage.words.guide.pageNames.glossary);
      await expect(page).toHaveURL(/page=glossary/);
      await page.goBack();
      await areKept();

      await stage.reload();
      await areKept();

      await stage.stage.focus();
      await page.keyboard.press('v');
      await expect(page).toHaveURL(/compare=/);
      await page.keyboard.press('v');
      await expect(page).not.toHaveURL(/compare=/);
      await areKept();

      await page.getByRole('button', { name: words.draft.discard }).first().click();
      await expect(script).toHaveValue(/^shop laptop/);
      await stage.reload();
      await expect(page.getByText(words.draft.kept)).toHaveCount(1);
      await expect(file).toHaveValue('{ "DRAFT": 1 }');
    });

    test('a challenge that is being made, and a repair, outlast other challenges and a reload', async ({
      stage,
      page,
    }) => {
      // The list is beside the challenge.
      await page.setViewportSize({ width: 1440, height: 900 });
      await stage.open();
      await page.goto(`./?page=repair&entry=make&lang=${language}`);
      const title = page.getByRole('textbox', { name: make.name });
      const machine = page.getByRole('checkbox', { name: make.kinds.machine });
      const isKept = async () => {
        await expect(title).toHaveValue('Fix me');
        await expect(machine).toBeChecked();
      };
      await title.fill('Fix me');
      await machine.check();
      const clerk = repair.words['the-clerk-forgets']?.title ?? '';
      await page.getByRole('button', { name: clerk }).click();
      const strategy = page.getByRole('combobox', { name: repair.settings.strategy });
      await strategy.selectOption('shared-store');
      await page.goBack();
      await isKept();
      await page.reload();
      await isKept();
      await toPage(page, stage, stage.words.guide.pageNames.glossary);
      await expect(page).toHaveURL(/page=glossary/);
      await page.goBack();
      await isKept();

      await page.goto(`./?page=repair&entry=the-clerk-forgets&present&lang=${language}`);
      await expect(strategy).toHaveValue('shared-store');
      await page.reload();
      await expect(strategy).toHaveValue('shared-store');
    });
  });
}
