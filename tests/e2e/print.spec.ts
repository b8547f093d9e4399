/** The printed run, as with the browser's print command. */
import incidentEn from '../../src/incidents/logout-undone/en.ts';
import incidentKo from '../../src/incidents/logout-undone/ko.ts';
import { readyMade } from '../../src/lab/studies.ts';
import { defaultStudy } from '../../src/lab/study.ts';
import { labText as labEn } from '../../src/locales/en/lab-text.ts';
import { labText as labKo } from '../../src/locales/ko/lab-text.ts';
import { studyCode } from '../../src/url/study-code.ts';
import { languages, languagesIn, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

/** Counts the pages' dictionaries (ISO 32000-1, 7.7.3.3). */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

for (const language of languages) {
  test.describe(`Print (${language})`, () => {
    test.use({ language, locale: locales[language], colorScheme: 'dark' });

    test('has the diagram and a caption for each step, on white, without controls', async ({
      stage,
      page,
    }) => {
      await stage.open();
      await stage.crash(1);
      const last = await stage.last();
      await stage.isIdle();
      await page.emulateMedia({ media: 'print' });
      const paper = page.locator('[data-print]');
      await expect(paper).toBeVisible();
      await expect(paper.getByRole('heading', { level: 1 })).toHaveText(stage.words.lessonTitle('clerk'));
      await expect(paper.locator('tbody tr')).toHaveCount(last);
      await expect(paper.locator('ol li')).toHaveCount(last);
      await expect(paper.locator('thead')).toHaveCSS('display', 'table-header-group');
      await expect(paper.locator('thead')).toContainText(stage.server(1));
      // At the crash, Server 1 has lost its memory, and the client has its cookie.
      await expect(paper.locator('thead')).toContainText('sid=a846');
      await expect(paper.locator('p').first()).not.toBeEmpty();
      await expect(paper).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect(paper.locator('tbody text').first()).not.toHaveCSS('fill', 'rgb(124, 187, 255)');
      await expect(page.locator('#root')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await expect(paper).toHaveCount(0);
      await page.keyboard.press('v');
      await expect(page.locator('[data-side=comparison]')).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      await expect(paper.locator('[data-printed-side]')).toHaveCount(2);
      await expect(paper.locator('thead')).toHaveCount(2);
      await page.emulateMedia({ media: 'screen' });
      await page.keyboard.press('v');
      await stage.isAt(4);
    });
  });
}

const wordsOf = { en: { lab: labEn, incident: incidentEn }, ko: { lab: labKo, incident: incidentKo } };

for (const language of languagesIn(wordsOf)) {
  const { lab, incident } = wordsOf[language];

  test(`an incident is printed with its story, cause and fix (${language})`, async ({ page }) => {
    await page.goto(`./?incident=logout-undone&lang=${language}`);
    await expect(page.locator('[data-incident-story]')).toContainText(incident.story);
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('[data-printed-incident]');
    for (const words of [incident.story, incident.cause, incident.fix])
      await expect(paper).toContainText(words);
  });

  test(`the lab is printed with its study, its question and all numbers (${language})`, async ({ page }) => {
    const studies = [
      { study: { ...defaultStudy, runsPerPoint: 2 }, said: [lab.ownStudy] },
      {
        study: { ...readyMade['rolling-deploy'], runsPerPoint: 2 },
        said: [lab.studies['rolling-deploy'].title, lab.studies['rolling-deploy'].question],
      },
    ];
    for (const { study, said } of studies) {
      await page.goto(`./?page=lab&entry=${studyCode(study)}&lang=${language}`);
      await page.getByRole('button', { name: lab.run, exact: true }).click();
      const cells = page.getByRole('table', { name: lab.measures[study.measure] }).locator('th, td');
      const empty = () => cells.evaluateAll((all) => all.filter(({ textContent }) => !textContent).length);
      await expect(cells.first()).toBeVisible();
      await expect.poll(empty, { message: 'all points have run' }).toBe(0);
      await page.emulateMedia({ media: 'print' });
      // A4 without its margins, in CSS pixels.
      await page.setViewportSize({ width: 718, height: 1_047 });
      for (const words of said) await expect(page.locator('[data-printed-study]')).toContainText(words);
      const columns = (study.axes[0]?.values.length ?? 0) + 1;
      await expect(cells).toHaveCount(columns * (study.strategies.length + 1));
      const overhang = await cells.evaluateAll((all) =>
        Math.max(
          ...all.map((cell) => cell.getBoundingClientRect().right - document.documentElement.clientWidth),
        ),
      );
      expect(overhang).toBeLessThanOrEqual(0);
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1_366, height: 768 });
    }
  });
}

test('has several pages for a long run, and few for a short one', async ({ stage, page }) => {
  await stage.open();
  await stage.isIdle();
  const short = await page.pdf({ format: 'A4', landscape: true });
  const said = { product: 'laptop' as const };
  await stage.open({}, { script: Array.from({ length: 40 }, () => ({ kind: 'shop' as const, said })) });
  await stage.isIdle();
  const long = await page.pdf({ format: 'A4' });
  expect(pagesOf(short)).toBeLessThanOrEqual(2);
  expect(pagesOf(long)).toBeGreaterThan(3);
  expect(pagesOf(long)).toBeLessThan(15);
  await stage.isReady();
  await stage.next();
});
