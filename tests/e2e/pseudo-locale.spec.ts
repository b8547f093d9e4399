/** The page in the pseudo-locale: every text is translated, and texts that are 40 % longer than English fit. */
import type { Locator, Page } from '@playwright/test';
import { clippedTexts, sidewaysScroll } from '../support/cut-off.ts';
import { expect, test } from '../support/pseudo-test.ts';
import type { Query, StageDriver } from '../support/stage-driver.ts';
import { untranslated } from '../support/untranslated.ts';

const open = (stage: StageDriver, query: Query = {}) => stage.open({ lang: 'qps', ...query });

function dialog(stage: StageDriver, name: string): Locator {
  return stage.page.getByRole('dialog', { name, exact: true });
}

async function openTool(stage: StageDriver, name: string): Promise<void> {
  await open(stage);
  await stage.chooseTool(name);
  await expect(dialog(stage, name)).toBeVisible();
}

async function openGuide(
  { page, words }: StageDriver,
  guidePage: 'lessons' | 'comparison' | 'cards' | 'glossary',
) {
  await page.goto(`./?lang=qps&page=${guidePage}`);
  await expect(
    page.getByRole('heading', { level: 2, name: words.guide.pageTitles[guidePage] }),
  ).toBeVisible();
}

async function showDetails(stage: StageDriver): Promise<void> {
  const details = stage.page.getByRole('radiogroup', { name: stage.words.view, exact: true });
  if (await details.isVisible()) await stage.choose(stage.words.view, stage.words.details);
}

/** Each state of the page, and how a test reaches it. */
const states: Readonly<Record<string, (stage: StageDriver) => Promise<void>>> = {
  'the stage': (stage) => open(stage),
  'the stage in full detail': (stage) => open(stage, { detail: 'full' }),
  'a notice': async (stage) => {
    await open(stage, { lesson: 'nothing' });
    await expect(stage.notice).toBeVisible();
  },
  'a crash': async (stage) => {
    await open(stage);
    await stage.crash(1);
    for (let presses = 0; presses < 3; presses += 1) await stage.next();
    await expect(stage.slider).toHaveValue('7');
  },
  'the end': async (stage) => {
    await open(stage);
    await stage.control('lastStep').click();
    await expect(stage.slider).toHaveValue(String(await stage.last()));
  },
  'two strategies side by side': (stage) => open(stage, { lesson: 'clerk', scene: 'closing' }),
  presenting: (stage) => open(stage, { lesson: 'clerk', scene: '3', present: '' }),
  'a question': async (stage) => {
    await open(stage, { lesson: 'clerk', predict: '' });
    await stage.next();
    await expect(stage.page.getByRole('region').first()).toBeVisible();
  },
  'the lesson on TCP': (stage) => open(stage, { lesson: 'tcp', scene: '2' }),
  'the lesson on UDP': (stage) => open(stage, { lesson: 'udp', scene: '2' }),
  'the lesson on tokens': (stage) => open(stage, { lesson: 'token', scene: '2' }),
  'the sandbox': async (stage) => {
    await open(stage, { lesson: 'sandbox' });
    await showDetails(stage);
  },
  'the inspector': async (stage) => {
    await open(stage, { lesson: 'token', step: '5' });
    await showDetails(stage);
    const explain = stage.page.getByRole('button', { name: stage.words.explain, pressed: false });
    // On a phone, longer texts leave the details too little height for a pointer.
    if (await explain.isVisible()) await explain.press('Enter');
  },
  'the operate menu': async (stage) => {
    await open(stage);
    await stage.page.keyboard.press('c');
    await expect(dialog(stage, stage.words.operate)).toBeVisible();
  },
  sharing: (stage) => openTool(stage, stage.words.sharing.share),
  exporting: (stage) => openTool(stage, stage.words.exporting.export),
  opening: (stage) => openTool(stage, stage.words.opening.open),
  help: (stage) => openTool(stage, stage.words.help),
  'the guide’s lessons': (stage) => openGuide(stage, 'lessons'),
  'the guide’s comparison': (stage) => openGuide(stage, 'comparison'),
  'the guide’s cards': (stage) => openGuide(stage, 'cards'),
  'the guide’s glossary': (stage) => openGuide(stage, 'glossary'),
};

/**
 * Parts of a fixed height, which longer texts don't fit into: a node's memory while presenting, comparing or on a phone,
 * and an item of the list of steps.
 */
const knownCutOffs = / by (UL _chips_|SPAN $)/;
/** On a phone the scoreboard is wider than the window here. */
const knownSideways = ['presenting', 'the sandbox'];
/** What is reached differs on a phone. All other states stay when the window is resized. */
const reachedOtherwise = ['the sandbox', 'the inspector'];

async function expectWholeTexts(page: Page, mayScrollSideways: boolean): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // The layout follows a new size a moment later.
  await expect(async () => {
    expect(await untranslated(page), 'texts that are not translated').toEqual([]);
    const clipped = (await clippedTexts(page)).filter((each) => !knownCutOffs.test(each));
    if (mayScrollSideways) {
      expect(clipped.filter((each) => !each.includes(' by HTML '))).toEqual([]);
    } else {
      expect(await sidewaysScroll(page.locator('body')), 'px to the side').toBeLessThanOrEqual(0);
      expect(clipped, 'texts that are cut off').toEqual([]);
    }
  }).toPass({ timeout: 15_000 });
}

for (const [state, reach] of Object.entries(states)) {
  test(`${state}: all is translated, and nothing is cut off`, async ({ stage, page }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await reach(stage);
    await expect(page.locator('html')).toHaveAttribute('lang', 'qps');
    await test.step('on a large screen', () => expectWholeTexts(page, false));
    await page.setViewportSize({ width: 390, height: 844 });
    if (reachedOtherwise.includes(state)) await reach(stage);
    await test.step('on a phone', () => expectWholeTexts(page, knownSideways.includes(state)));
  });
}

test('the page can be put into each of three languages', async ({ stage, page }) => {
  await open(stage);
  for (const id of ['ko', 'en', 'qps'] as const) {
    await stage.languageSwitch.selectOption(id);
    await stage.spokenIn(id).isReady();
    await expect(page.locator('html')).toHaveAttribute('lang', id);
  }
  await expect(stage.languageSwitch.locator('option')).toHaveText(['한국어', 'English', '⟦Þšéûðô⟧']);
});
