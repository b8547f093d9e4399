/** Exporting a run, in each language. */
import { violations } from '../support/axe.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

for (const language of languages) {
  test.describe(`Export (${language})`, () => {
    test.use({ language, locale: locales[language], permissions: ['clipboard-read', 'clipboard-write'] });

    test('copies the present run as Mermaid text, and for Markdown', async ({ stage, page }) => {
      await stage.open();
      await stage.crash(1);
      const { exporting } = stage.words;
      await stage.button(exporting.export).click();
      const dialog = page.getByRole('dialog', { name: exporting.export, exact: true });
      await dialog.getByRole('radio', { name: exporting.upToStep(4) }).check();
      await dialog.getByRole('button', { name: exporting.copyText, exact: true }).click();
      const part = dialog.getByRole('region', { name: exporting.mermaid, exact: true });
      await expect(part.getByRole('status')).toHaveText(exporting.copied);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const text = await copied();
      expect(text).toMatch(/^sequenceDiagram\n/);
      expect(text.split('\n').filter((line) => line.includes('>>'))).toHaveLength(3);
      expect(text.trimEnd().split('\n').at(-1)).toContain(`Note over server_1: ${stage.server(1)}`);
      await dialog.getByRole('button', { name: exporting.copyMarkdown, exact: true }).click();
      await expect.poll(copied).toBe(`\`\`\`mermaid\n${text}\`\`\`\n`);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1366, 360]) {
        test.describe(`${colorScheme}, ${width} px`, () => {
          test.use({ colorScheme, viewport: { width, height: 768 } });

          test('axe finds nothing in it, and nothing overflows', async ({ stage, page }) => {
            await stage.open();
            await stage.chooseTool(stage.words.exporting.export);
            const dialog = page.getByRole('dialog', { name: stage.words.exporting.export, exact: true });
            await expect(dialog).toBeVisible();
            expect(await violations(page)).toEqual([]);
            const [scroll, client] = await dialog.evaluate((each) => [each.scrollWidth, each.clientWidth]);
            expect(scroll).toBe(client);
          });
        });
      }
    }
  });
}

test('closes on Escape, reactivates the keys, and restores the focus to the button', async ({
  stage,
  page,
}) => {
  await stage.open();
  await stage.button('Export').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(stage.slider).toHaveValue('3');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(stage.button('Export')).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(stage.button('Export')).toBeFocused();
  await page.keyboard.press('PageDown');
  await stage.isAt(4);
});
