/** The printed run, as with the browser's print command. */
import { languages, locales } from '../support/stage-driver.ts';
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
