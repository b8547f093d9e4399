/** Prediction mode: a question replaces the answer, and nothing on the page reveals it. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { inEachLanguage, languagesIn, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const texts = await inEachLanguage((text) => text.loadPredictText());
/** The question of Server 2, which has never met the customer; and its response when nothing was lost. */
const asksBack = { en: 'Two of what?', ko: '어떤 상품을 두 개요?' };
const answers = {
  en: '2,000,000 won. Card or cash?',
  ko: '2,000,000원이에요. 카드로 할까요, 현금으로 할까요?',
};

/** Everything on the page besides the question: text, attributes, and the accessibility tree. */
async function besidesTheQuestion(page: Page): Promise<string> {
  const panel = page.locator('[data-phase]');
  const status = page.getByRole('status');
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const each of copy.querySelectorAll('[data-phase], [role=status], script, style')) each.remove();
    return copy.outerHTML;
  });
  let heard = await page.locator('body').ariaSnapshot();
  for (const own of [await panel.ariaSnapshot(), await status.ariaSnapshot()]) {
    for (const line of own.split('\n')) heard = heard.replace(line.trim(), '');
  }
  return `${html}\n${heard}`;
}

for (const language of languagesIn(asksBack)) {
  const words = texts[language];
  const [truth, other] = [asksBack[language], answers[language]];

  test.describe(`in ${language}`, () => {
    test.use({ language, locale: locales[language], viewport: { width: 1920, height: 1080 } });

    test('a class predicts by keys alone while presenting', async ({ stage, page }) => {
      await stage.open({ predict: '', present: '', lang: language });
      const question = page.getByRole('region', { name: words.question, exact: true });
      const press = (key: string) => page.keyboard.press(key);
      // A digit would be a vote.
      await stage.crash(1);
      await press('PageDown');
      await stage.isAt(5);
      await press('PageDown');
      await expect(question).toContainText(stage.server(2));
      await press('r');
      await expect(question).toContainText(words.right);
      await press('PageDown');

      await expect(question.getByRole('button', { name: truth })).toBeVisible();
      await expect(question.getByRole('button', { name: other })).toBeVisible();
      const sizes = await question.evaluate((panel) => {
        const size = (element: Element | null) =>
          Number.parseFloat(getComputedStyle(element ?? panel).fontSize);
        return { question: size(panel.querySelector('p')), option: size(panel.querySelector('li button')) };
      });
      expect(sizes.question).toBeGreaterThanOrEqual(54);
      expect(sizes.option).toBeGreaterThanOrEqual(36);
      expect(await besidesTheQuestion(page)).not.toContain(truth);
      await expect(page.getByRole('status')).toContainText(truth);

      // Keys that count hands neither crash Server 1 nor end the presentation.
      for (const key of ['a', '1', '7', 'Shift+B', '9']) await press(key);
      await expect(question.getByRole('spinbutton', { name: words.handsFor('A') })).toHaveValue('17');
      await press('Escape');
      await expect(question).toBeHidden();
      await expect(page.locator('[data-present]').first()).toBeAttached();
      await press('PageDown');
      for (const key of ['a', '1', '7', 'Shift+B', '9', 'PageDown']) await press(key);
      await expect(question.getByRole('button', { pressed: true })).toHaveCount(0);
      await expect(question).toContainText(words.votes[0](17, 17 / 26));
      await expect(page.getByRole('status')).toHaveText(words.instructions.discussion);
      expect(await besidesTheQuestion(page)).not.toContain(truth);
      expect(await violations(page)).toEqual([]);

      for (const key of ['PageDown', 'Shift+B', '2', '1', 'PageDown']) await press(key);
      await expect(question).toContainText(words.votes[1](21, 1));
      await expect(question).toContainText(words.right);
      await press('a');
      await expect(question).toContainText(words.soWithoutCommands);
      expect(await violations(page)).toEqual([]);

      await press('PageDown');
      await expect(question).toBeHidden();
      await press('PageDown');
      await expect(stage.caption).toContainText(truth);
    });

    test('a single learner predicts by clicking, and Mermaid, export and slider reveal nothing', async ({
      stage,
      page,
    }) => {
      await stage.open({ lang: language });
      await page.getByRole('switch', { name: stage.words.predict, exact: true }).click();
      await expect(page).toHaveURL(/predict/);
      await stage.crash(1);
      await page.getByText(stage.words.exporting.mermaidDiagram, { exact: true }).click();
      await stage.control('lastStep').click();
      const question = page.getByRole('region', { name: words.question, exact: true });
      await question.getByRole('button', { name: words.skip, exact: true }).click();
      await expect(page.locator('[data-disclosure=mermaid] svg')).toContainText(stage.server(1));
      await expect(stage.slider).toHaveValue('5');
      await expect(stage.slider).toHaveAttribute('max', '5');
      expect(await besidesTheQuestion(page)).not.toContain(truth);
      await stage.button(stage.words.exporting.export).click();
      await expect(page.getByRole('textbox', { name: stage.words.exporting.mermaidText })).not.toHaveValue(
        new RegExp(truth.replace('?', '\\?')),
      );
      await stage.button(stage.words.close).click();

      await question.getByRole('button', { name: other }).click();
      expect(await violations(page)).toEqual([]);
      await question.getByRole('button', { name: words.reveal, exact: true }).click();
      await expect(question).toContainText(words.yourAnswer);
      await expect(question).toContainText(words.here(stage.words.variants['server-memory']));
      await question.getByRole('button', { name: words.onward.revealed, exact: true }).click();
      await stage.isAt(6);
      await stage.reload();
      await expect(page.getByRole('switch', { name: stage.words.predict, exact: true })).toBeChecked();
    });
  });
}

test('on a phone, a question and its options are fully visible, and nothing scrolls sideways', async ({
  stage,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await stage.open({ predict: '' });
  await stage.crash(1);
  await stage.control('lastStep').click();
  const panel = page.getByRole('region', { name: texts.en.question, exact: true });
  for (const option of await panel.getByRole('listitem').all()) await expect(option).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
});

test('one Escape closes the question, and the next one shows the hidden nodes', async ({ stage, page }) => {
  await stage.open({ hide: 'server-3', predict: '' });
  await stage.crash(1);
  const question = page.getByRole('region', { name: texts.en.question, exact: true });
  const note = page.locator('[data-view-note]');
  await stage.control('lastStep').click();
  await expect(question).toBeVisible();
  await expect(note).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(note).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
});
