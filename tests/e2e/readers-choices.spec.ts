/** What the reader has chosen, such as the language, holds in each entry of the browser's history. */
import { expect, test } from '../support/stage-test.ts';

const isPresenting = 'html[data-present]';

for (const { way, goBack } of [
  { way: 'Undo', goBack: 'z' },
  { way: 'Back', goBack: null },
]) {
  test(`presenting goes on at a reload after ${way} to the run before`, async ({ stage, page }) => {
    await stage.open();
    await stage.button('Lesson').click();
    await page.locator('a[href*="lesson=session-cookie"]').first().click();
    await stage.isReady();
    await expect(page).not.toHaveURL(/lesson=clerk/);
    await page.keyboard.press('f');
    await expect(page.locator(isPresenting)).toBeAttached();
    if (goBack === null) await page.goBack();
    else await page.keyboard.press(goBack);
    await expect(page).toHaveURL(/lesson=clerk.*present/);
    await stage.reload();
    await expect(page.locator(isPresenting)).toBeAttached();
  });
}

test('a language chosen in a page of the guide stays after Back and a reload', async ({ stage, page }) => {
  const korean = stage.spokenIn('ko');
  await korean.open({ lang: 'ko' });
  await page.getByRole('link', { name: korean.words.guide.pageNames.glossary, exact: true }).click();
  await expect(page).toHaveURL(/page=glossary/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goBack();
  await expect(page).not.toHaveURL(/lang=|page=/);
  await stage.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
