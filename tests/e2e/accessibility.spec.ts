/** No violation that axe knows of: every state of the page, both themes, both languages, three screens. */
import { violations } from '../support/axe.ts';
import { languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const screens = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

const states: Record<string, (stage: StageDriver) => Promise<void>> = {
  'at the opening': (stage) => stage.open(),
  'at the question after a crash': async (stage) => {
    await stage.open();
    await stage.crash(1);
    for (let presses = 0; presses < 3; presses += 1) await stage.next();
    await stage.isAt(7);
  },
  'at the end': async (stage) => {
    await stage.open({ strategy: 'client-state' });
    await stage.toTheEnd();
  },
  'with Help open': async (stage) => {
    await stage.open();
    await stage.button(stage.words.help).click();
    await expect(stage.help).toBeVisible();
  },
  'with a notice': async (stage) => {
    await stage.open({ lesson: 'nothing' });
    await expect(stage.notice).toBeVisible();
  },
};

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of screens) {
      test.describe(`${language}, ${colorScheme}, ${viewport.width}×${viewport.height}`, () => {
        test.use({ language, locale: locales[language], colorScheme, viewport });

        // Every state meets both languages, both themes and all screens; the states richest in colour meet
        // every combination of them.
        const isWhole = (language === 'ko') === (colorScheme === 'dark');
        const chosen = isWhole ? Object.keys(states) : ['at the question after a crash', 'with a notice'];

        test(`axe finds nothing ${chosen.join(', ')}`, async ({ stage, page }) => {
          for (const [state, reach] of Object.entries(states)) {
            if (!chosen.includes(state)) continue;
            await reach(stage);
            expect.soft(await violations(page), state).toEqual([]);
          }
        });
      });
    }
  }
}
