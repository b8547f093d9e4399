/** The guide, which replaces the stage while it is open. */
import { cards } from '../../src/lessons/cards.ts';
import { guideTabs } from '../../src/url/guide-pages.ts';
import { violations } from '../support/axe.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

for (const language of languages) {
  test.describe(`The guide (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('opens and closes at the present step, and keys don’t affect the run meanwhile', async ({
      stage,
      page,
    }) => {
      const { lesson, guide } = stage.words;
      await stage.open();
      await stage.crash(1);
      await stage.isAt(4);
      await stage.button(lesson).click();
      const heading = page.getByRole('heading', { level: 2, name: guide.pageNames.lessons, exact: true });
      await expect(heading).toBeFocused();
      await expect(page).toHaveURL(/[?&]page=lessons/);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('End');
      await page.keyboard.press('Digit2');
      await page.keyboard.press('Escape');
      await stage.isAt(4);
      await expect(stage.stage).toBeFocused();
      await expect(page).not.toHaveURL(/page=/);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
      await expect(stage.button(stage.words.crash(stage.server(2)))).toBeVisible();
    });

    test('is one entry in the browser history, and survives a reload', async ({ stage, page }) => {
      const { lesson, guide } = stage.words;
      await stage.open();
      await stage.crash(1);
      const heading = page.getByRole('heading', { level: 2, name: guide.pageNames.lessons, exact: true });
      await stage.button(lesson).click();
      await expect(heading).toBeVisible();
      await page.reload();
      await expect(heading).toBeVisible();
      await stage.button(guide.back).click();
      await stage.isAt(4);
      await stage.button(lesson).click();
      await expect(page.getByRole('navigation', { name: guide.guide })).toBeVisible();
      await page.goBack();
      await stage.isAt(4);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
    });
  });
}

test('returns the focus to its button when it was opened by a key', async ({ stage, page }) => {
  await stage.open();
  await stage.button('Lesson').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Lessons' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(stage.button('Lesson')).toBeFocused();
});

test('opens its pages by links without a reload, and Back leads from page to page to the stage', async ({
  stage,
  page,
}) => {
  await stage.open();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await stage.button('Lesson').click();
  const pages = page.getByRole('navigation', { name: 'Guide' });
  await pages.getByRole('link', { name: 'Cards', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(stage.words.guide.pageTitles.cards);
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(pages.locator('[aria-current=page]')).toHaveText('Cards');
  await page.goBack();
  await expect(pages.locator('[aria-current=page]')).toHaveText('Lessons');
  await page.goBack();
  await stage.isAt(3);
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(stage.words.guide.pageTitles.cards);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('Escape leads past all pages to the stage, whose entry is before theirs', async ({ stage, page }) => {
  await page.goto('about:blank');
  await stage.open();
  const { pageNames } = stage.words.guide;
  const header = page.getByRole('navigation', { name: stage.words.pages });
  for (const each of ['lab', 'glossary'] as const) {
    await header.getByRole('link', { name: pageNames[each] }).click();
    await expect(page).toHaveURL(new RegExp(`page=${each}`));
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await stage.isAt(3);
  await expect(page).not.toHaveURL(/page=/);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('switches language in place', async ({ stage, page }) => {
  await page.goto('./?page=cards');
  await page.getByRole('searchbox').fill('wristband');
  await stage.button('한국어').click();
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(
    '세션은 메모, 토큰은 서명된 손목띠',
  );
});

test('Escape clears a search before it closes the guide', async ({ stage, page }) => {
  await stage.open();
  await page.goto('./?page=cards');
  const field = page.getByRole('searchbox');
  await field.fill('nothing like this');
  await field.press('Escape');
  await expect(field).toHaveValue('');
  await expect(page.getByRole('article')).toHaveCount(cards.length);
  await field.press('Escape');
  await stage.isReady();
});

test('printing shows all cards with their sources, and no controls', async ({ page }) => {
  await page.goto('./?page=cards&theme=dark');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article').first()).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.getByRole('article')).toHaveCount(cards.length);
  await expect(page.getByRole('link', { name: 'RFC 9110 §9.2.2' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Guide' })).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
  const [all, shown] = await page.evaluate(() => {
    const guide = document.querySelector('[data-guide]') as HTMLElement;
    return [guide.scrollHeight, guide.clientHeight];
  });
  expect(shown, 'the page is as long as its cards').toBe(all);
});

test.describe('when the guide fails to load', () => {
  test.use({
    expectedComplaints: /Failed to load resource|dynamically imported module|panel “Guide” failed/,
  });

  test('the page reports it, and the run stays', async ({ stage, page }) => {
    await page.route(/\/assets\/guide-view-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await stage.button('Lesson').click();
    await expect(page.getByRole('alert')).toContainText('couldn’t be loaded');
    await stage.isAt(3);
  });
});

test('a link opens a card', async ({ page }) => {
  await page.goto('./?page=cards&entry=complete-is-not-trusted');
  await expect(page.getByRole('heading', { name: 'A complete request isn’t a trusted' })).toBeInViewport();
});

test('a link to a lesson starts it from the beginning, and Back skips the previous run', async ({
  stage,
  page,
}) => {
  await stage.open({ strategy: 'client-state', step: '5' });
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await stage.button('Lesson').click();
  await page
    .getByRole('main')
    .getByRole('link', { name: stage.words.lessonTitle('clerk') })
    .click();
  await stage.isReady();
  await stage.isAt(3);
  await expect(stage.mode('stateful')).toBeChecked();
  await expect(stage.stage).toBeFocused();
  await expect(page).toHaveURL(/strategy=server-memory/);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

for (const [colorScheme, width] of [
  ['light', 1366],
  ['dark', 320],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, language: 'ko', locale: locales.ko });

    test('axe finds nothing in the guide, and nothing overflows it', async ({ page }) => {
      for (const each of guideTabs) {
        await page.goto(`./?page=${each}`);
        await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
        await expect(page.locator('[data-guide] a').nth(guideTabs.length)).toBeVisible();
        expect.soft(await violations(page), each).toEqual([]);
        const [scroll, client] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.querySelector('[data-guide]') as HTMLElement;
          return [scrollWidth, clientWidth];
        });
        expect.soft(scroll, each).toBe(client);
      }
    });
  });
}
