/** With the browser's font size doubled (WCAG 1.4.4), nothing is lost or out of reach. */
import { chromiumFlags } from '../support/chromium.ts';
import { cutOff, sidewaysScroll } from '../support/cut-off.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

// The browser's own setting instead of a page style, because media queries in em follow it as well.
test.use({
  launchOptions: {
    executablePath: process.env.CHROME_PATH ?? '',
    args: [...chromiumFlags, '--blink-settings=defaultFontSize=32'],
  },
});

for (const language of languages) {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`letters of double size at ${viewport.width} px (${language})`, () => {
      test.use({ language, locale: locales[language], viewport });

      test('nothing in caption, playback controls or modes is clipped', async ({ stage, page }) => {
        await stage.open();
        expect(
          await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)),
        ).toBeGreaterThanOrEqual(32);
        await stage.crash(1);
        for (const step of [5, 6, 7]) {
          await stage.next();
          await stage.isAt(step);
        }
        await stage.toTheEnd();
        const more = stage.control('moreControls');
        if (await more.isVisible()) await more.click();
        expect(await sidewaysScroll(page.locator('body'))).toBeLessThanOrEqual(0);
        const playback = page.getByRole('group', { name: stage.words.playback });
        const modes = page.getByRole('radiogroup', { name: stage.words.state, exact: true });
        for (const [name, part] of Object.entries({ caption: stage.caption, playback, modes })) {
          expect.soft(await cutOff(part), name).toEqual([]);
        }
        for (const name of ['firstStep', 'play', 'nextStep', 'lastStep', 'startOver'] as const) {
          // The controls of the last step can appear in between, and move the playback controls.
          await expect(async () => {
            await stage.control(name).scrollIntoViewIfNeeded();
            await expect(stage.control(name)).toBeInViewport({ ratio: 0.99, timeout: 500 });
          }).toPass({ timeout: 15_000 });
        }
        await stage.memoryOf(1).scrollIntoViewIfNeeded();
        await expect(stage.memoryOf(1)).toBeInViewport();
      });
    });
  }
}
