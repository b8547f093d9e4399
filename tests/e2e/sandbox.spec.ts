/** The sandbox: a scenario built with the keyboard on a narrow screen, kept in the address, and saved in the browser. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { inEachLanguage, languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const texts = await inEachLanguage((text) => text.loadSandboxText());

for (const language of languages) {
  const words = texts[language];

  test.describe(`in ${language}`, () => {
    test.use({ language, locale: locales[language] });

    test('works by keyboard on the narrowest screen, and survives a reload', async ({ stage, page }) => {
      await page.setViewportSize({ width: 320, height: 720 });
      await stage.open({ lesson: 'sandbox', lang: language });
      // The last of the views; the arrow keys wrap around.
      const toBuild = async () => {
        await page.getByRole('radio', { name: stage.words.steps }).focus();
        await page.keyboard.press('ArrowLeft');
      };
      await toBuild();
      const servers = page.getByRole('textbox', { name: words.servers, exact: true });
      await servers.focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('5');
      await page.getByRole('button', { name: words.moveDown(1) }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: words.moveDown(2) })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: words.moveUp(3) })).toBeFocused();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await violations(page)).toEqual([]);

      await stage.reload();
      await toBuild();
      await expect(servers).toHaveValue('5');
      await page.getByText(words.asText, { exact: true }).press('Enter');
      await expect(page.getByRole('textbox', { name: words.asText })).toHaveValue(
        'shop 2\nshop card\nshop laptop',
      );
    });

    test('describes the valid values of a field, and keeps invalid input', async ({ stage, page }) => {
      await stage.open({ lesson: 'sandbox', lang: language });
      const servers = page.getByRole('textbox', { name: words.servers, exact: true });
      // A pointer that edits a form leaves the focus in it.
      await servers.click();
      await expect(servers).toBeFocused();
      await servers.fill('12');
      await expect(servers).toHaveAccessibleDescription(/1.*9/);
      await page.getByText(words.asText, { exact: true }).click();
      await page.getByRole('textbox', { name: words.asText }).fill('visit\nfly away\nme');
      await page.getByRole('button', { name: words.useText }).click();
      await expect(page.getByText(words.notUnderstood(2, 'fly away'))).toBeVisible();
      await expect(servers).toHaveValue('12');
      expect(await violations(page)).toEqual([]);
    });

    for (const [way, goBack] of [
      ['Undo', (page: Page) => page.keyboard.press('z')],
      ['Back', (page: Page) => page.goBack()],
    ] as const) {
      test(`${way} brings back what the form removed, and the command before stays`, async ({
        stage,
        page,
      }) => {
        const clients = page.locator('[data-remove-group]');
        const lines = page.getByRole('button', { name: words.removeLine(1) });
        // Also in groups that are folded.
        const thirdLines = page.locator('[data-button="remove 2"]');
        await stage.open({ lesson: 'sandbox', lang: language });
        await stage.crash(1);
        await page.getByRole('button', { name: words.addGroup }).click();
        await expect(clients).toHaveCount(1);
        await page.getByText(words.group(2), { exact: true }).click();
        await lines.nth(1).click();
        await expect(thirdLines).toHaveCount(1);
        await clients.click();
        await expect(clients).toHaveCount(0);
        await expect(stage.button(stage.words.undo)).toBeEnabled();
        await stage.reload();
        await expect(clients).toHaveCount(0);
        await expect(stage.button(stage.words.undo)).toBeEnabled();

        await stage.stage.focus();
        await goBack(page);
        await expect(clients).toHaveCount(1);
        await expect(thirdLines).toHaveCount(1);
        await stage.isReady();
        await stage.stage.focus();
        await goBack(page);
        await expect(thirdLines).toHaveCount(2);
        await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
      });
    }

    test('saves by name, and opens a saved scenario', async ({ stage, page }) => {
      await stage.open({ lesson: 'sandbox', lang: language });
      const application = page.getByRole('combobox', { name: words.application });
      await application.selectOption('udp');
      await page.getByText(words.saved, { exact: true }).click();
      await page.getByRole('textbox', { name: words.name, exact: true }).fill('UDP 1');
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await expect(page.getByText(words.savedNow)).toBeVisible();
      await page.evaluate(() => localStorage.setItem('statescope.sandbox.broken', '…'));
      await application.selectOption('payment');
      await stage.reload();
      await page.getByText(words.saved, { exact: true }).click();
      await expect(page.getByText(words.brokenEntries['bad-run'])).toBeVisible();
      await page.getByRole('button', { name: words.open('UDP 1') }).click();
      await expect(application).toHaveValue('udp');
      await page.getByRole('button', { name: words.remove('broken') }).click();
      await expect(page.getByText(words.brokenEntries['bad-run'])).toHaveCount(0);
    });
  });
}
