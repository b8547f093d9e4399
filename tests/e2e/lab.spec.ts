/** The lab: a small study, its plot and its table, a point that opens on the stage, and an address that gives it again. */
import { readyMade } from '../../src/lab/studies.ts';
import { defaultStudy, type Study } from '../../src/lab/study.ts';
import { labText as en } from '../../src/locales/en/lab-text.ts';
import { labText as ko } from '../../src/locales/ko/lab-text.ts';
import { studyCode } from '../../src/url/study-code.ts';
import { violations } from '../support/axe.ts';
import { languagesIn, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const study: Study = {
  ...defaultStudy,
  axes: [{ parameter: 'crashesPerMinute', values: [0, 12] }],
  strategies: ['sticky', 'signed-token'],
  settings: { clients: 5, requests: 6 },
  runsPerPoint: 3,
};
const address = `?page=lab&entry=${studyCode(study)}`;
const words = { en, ko };

for (const language of languagesIn(words)) {
  test.describe(`The lab (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const text = words[language];

    test('runs a study, and opens a point on the stage and the study again', async ({ stage, page }) => {
      await stage.open();
      await page.goto(`./${address}&lang=${language}`);
      const run = page.getByRole('button', { name: text.run, exact: true });
      await run.click();
      await expect(page.getByText(text.runsOf(12, 12))).toBeVisible();
      const table = page.getByRole('table', { name: text.measures.sessionsLost });
      const numbers = await table.innerText();
      expect(await violations(page)).toEqual([]);

      // From the first point to the last of the same line, which has crashes.
      await page
        .getByRole('button', { name: new RegExp(`${text.openRun}|${text.openRunAt.loss}`) })
        .first()
        .focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await expect(stage.stage).toBeVisible();
      await expect(page).not.toHaveURL(/page=/);
      await expect(page).toHaveURL(/#run=/);

      await page.goBack();
      await expect(table).toBeVisible();
      await expect.poll(() => table.innerText()).toBe(numbers);

      await page.reload();
      await expect(page.getByText(text.empty)).toBeVisible();
      await run.click();
      await expect(page.getByText(text.runsOf(12, 12))).toBeVisible();
      await expect.poll(() => table.innerText()).toBe(numbers);
    });

    test('asks a study’s question while presenting, until the clicker reveals the answer', async ({
      stage,
      page,
    }) => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await stage.open();
      const code = studyCode({ ...readyMade.eviction, runsPerPoint: 2 });
      await page.goto(`./?page=lab&entry=${code}&present=&lang=${language}`);
      await page.getByRole('button', { name: text.run, exact: true }).click();
      const question = page.getByRole('region', { name: text.question });
      await expect(question.getByText(text.studies.eviction.question)).toBeVisible();
      await expect(question.getByRole('listitem')).toHaveCount(3);
      const shown = page.locator('[data-point]');
      // Ten values for the line beside it, and five of the line that is asked about.
      await expect(shown).toHaveCount(15);
      expect(await violations(page)).toEqual([]);

      await page.keyboard.press('PageDown');
      await expect(shown).toHaveCount(20);
      await expect(question.getByRole('status')).toHaveText(text.answerIs('C', '40'));
      await page.keyboard.press('PageUp');
      await expect(shown).toHaveCount(15);
      await question.getByRole('button', { name: text.reveal }).click();
      await expect(shown).toHaveCount(20);
    });
  });
}

test('the navigation leads to the lab, and nothing of it is fetched before', async ({ stage, page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await stage.open();
  await stage.isIdle();
  expect(fetched.filter((url) => /lab-|sweep-worker|browser-workers/.test(url))).toEqual([]);
  await page
    .getByRole('navigation', { name: stage.words.pages })
    .getByRole('link', { name: stage.words.guide.pageNames.lab })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: stage.words.guide.pageTitles.lab })).toBeFocused();
  await page.goBack();
  await expect(stage.stage).toBeVisible();
});

for (const { silent, way } of [
  { silent: 1, way: 'the others do its share' },
  { silent: 2, way: 'another is started' },
]) {
  test(`a sweep ends although ${silent} of 2 workers stop without an error: ${way}`, async ({
    stage,
    page,
  }) => {
    await page.addInitScript((count) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 });
      let started = 0;
      window.Worker = class extends Worker {
        readonly #isSilent = started < count;

        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          started += 1;
        }

        override postMessage(message: unknown): void {
          if (!this.#isSilent) super.postMessage(message);
        }
      };
    }, silent);
    await page.clock.install();
    await stage.open();
    await page.goto(`./${address}`);
    const text = words.en;
    await page.getByRole('button', { name: text.run, exact: true }).click();
    await expect(async () => {
      await page.clock.runFor('00:15');
      await expect(page.getByText(text.runsOf(12, 12))).toBeVisible();
    }).toPass();
    expect(await page.getByRole('table', { name: text.measures.sessionsLost }).innerText()).toContain(
      'Sticky',
    );
  });
}
