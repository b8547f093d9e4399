/** Terms in the caption, and their definitions. */
import { violations } from '../support/axe.ts';
import { languagesIn, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const names = { en: ['the store', 'session store'], ko: ['저장소', '세션 저장소'] } as const;

for (const language of languagesIn(names)) {
  test.describe(`A term (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const [form, term] = names[language];

    test('shows its definition, and leads to the glossary without changing the caption', async ({
      stage,
      page,
    }) => {
      await stage.open({ strategy: 'shared-store', step: '3' });
      const button = stage.caption.getByRole('button', { name: form, exact: true });
      await expect(button).toBeVisible();
      const words = await stage.caption.innerText();
      await button.click();
      const meaning = page.getByRole('dialog', { name: term, exact: true });
      await expect(meaning).toBeInViewport({ ratio: 1 });
      expect(await stage.caption.innerText()).toBe(words);
      expect.soft(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(meaning).toHaveCount(0);
      await expect(button).toBeFocused();
      await page.keyboard.press('Enter');
      await meaning.getByRole('link').click();
      await expect(page.locator('[data-guide] [data-meant=true]')).toBeInViewport();
      await expect(page.locator('[data-guide] [data-meant=true] dt')).toContainText(term);
      await page.keyboard.press('Escape');
      await stage.isAt(3);
    });
  });
}

test('closes on another step, and on a click outside', async ({ stage, page }) => {
  await stage.open({ strategy: 'shared-store', step: '3' });
  const button = stage.caption.getByRole('button', { name: 'the store' });
  const meaning = page.getByRole('dialog', { name: 'session store' });
  await button.click();
  await expect(meaning).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await stage.isAt(4);
  await expect(meaning).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await button.click();
  await expect(meaning).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(meaning).toHaveCount(0);
});

test('while presenting, Tab skips it, and Escape closes one thing at a time', async ({ stage, page }) => {
  await stage.open({ strategy: 'shared-store', step: '3', present: '' });
  const button = stage.caption.getByRole('button', { name: 'the store' });
  await expect(button).toHaveAttribute('tabindex', '-1');
  await button.click();
  const meaning = page.getByRole('dialog', { name: 'session store' });
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-present', '');
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).not.toHaveAttribute('data-present', '');
});
