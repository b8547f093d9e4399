/** No axe violations: every state of the page, both themes, both languages, three screens. */
import { violations } from '../support/axe.ts';
import { cutOff, sidewaysScroll } from '../support/cut-off.ts';
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
    await stage.chooseTool(stage.words.help);
    await expect(stage.help).toBeVisible();
  },
  'with a notice': async (stage) => {
    await stage.open({ lesson: 'nothing' });
    await expect(stage.notice).toBeVisible();
  },
};

/** Every state is tested in each language, each theme and on each screen, but not in every combination. */
const settings = screens.flatMap(({ width, height }) => [
  { language: 'ko', colorScheme: 'dark', viewport: { width, height } } as const,
  { language: 'en', colorScheme: 'light', viewport: { width, height } } as const,
]);

for (const { language, colorScheme, viewport } of settings) {
  test.describe(`${language}, ${colorScheme}, ${viewport.width}×${viewport.height}`, () => {
    test.use({ language, locale: locales[language], colorScheme, viewport });

    test(`axe finds nothing ${Object.keys(states).join(', ')}`, async ({ stage, page }) => {
      for (const [state, reach] of Object.entries(states)) {
        await reach(stage);
        expect.soft(await violations(page), state).toEqual([]);
      }
    });
  });
}

for (const language of languages) {
  test.describe(`for a projector, ${language}`, () => {
    test.use({ language, locale: locales[language], viewport: { width: 1366, height: 768 } });

    const theme = 'projector';
    const views: Record<string, Parameters<StageDriver['open']>[0]> = {
      'at a crash': { theme, lesson: 'clerk', scene: '3' },
      'at a token that is refused': { theme, lesson: 'token', scene: '2' },
      'over TCP': { theme, lesson: 'tcp', scene: '2' },
      'side by side': { theme, lesson: 'clerk', scene: 'closing' },
      'while presenting': { theme, lesson: 'shared-store', present: '' },
    };

    test(`axe finds nothing ${Object.keys(views).join(', ')}`, async ({ stage, page }) => {
      for (const [view, query] of Object.entries(views)) {
        await stage.open(query);
        expect.soft(await violations(page), view).toEqual([]);
      }
    });
  });
}

/** The maximum text spacing of WCAG 1.4.12. */
const textSpacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 320, height: 640 },
]) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport });

    test('maximum spacing of letters, words and lines clips nothing (WCAG 1.4.12)', async ({
      stage,
      page,
    }) => {
      await stage.open({ lesson: 'clerk', scene: '3' });
      await page.addStyleTag({ content: textSpacing });
      const playback = page.getByRole('group', { name: stage.words.playback });
      const modes = page.getByRole('radiogroup', { name: stage.words.state, exact: true });
      expect(await sidewaysScroll(page.locator('body'))).toBeLessThanOrEqual(0);
      for (const [name, part] of Object.entries({ caption: stage.caption, playback, modes })) {
        expect.soft(await cutOff(part), name).toEqual([]);
      }
    });

    test('the focused element is never fully covered (WCAG 2.4.11)', async ({ stage, page }) => {
      await stage.open({ lesson: 'clerk', scene: '3' });
      const seen = new Set<string>();
      for (let presses = 0; presses < TABS_MAX; presses += 1) {
        await page.keyboard.press('Tab');
        const { name, isPage } = await page.evaluate(focused);
        if (isPage) break;
        // What scrolls follows the focus a moment later.
        await expect.poll(async () => (await page.evaluate(focused)).isHidden, name).toBe(false);
        seen.add(name);
      }
      // Both ends of the page were passed, and much in between.
      expect(seen.size).toBeGreaterThan(15);
    });
  });
}

const TABS_MAX = 150;

/** Runs in the page: the focused element, and whether something covers it fully. */
function focused(): { name: string; isHidden: boolean; isPage: boolean } {
  const element = document.activeElement ?? document.body;
  // A radio button is displayed as its label.
  const shown = element.closest('label') ?? element;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const shares = [0.1, 0.5, 0.9];
  const isHidden = !shares.some((across) =>
    shares.some((down) => {
      const there = document.elementFromPoint(left + across * width, top + down * height);
      return there !== null && (shown.contains(there) || there.contains(shown));
    }),
  );
  const name = `${element.tagName} ${element.getAttribute('aria-label') ?? shown.textContent?.slice(0, 30)}`;
  return { name, isHidden, isPage: element === document.body };
}
