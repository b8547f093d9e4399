/** Every target is large enough for a thumb, in every view and on every screen. */
import type { Page } from '@playwright/test';
import { smallTargets } from '../support/small-targets.ts';
import type { Query, StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const screens = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

/** Unfolds all details of a view, since their content has targets, too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('main details')) each.setAttribute('open', '');
  });
}

/** On a narrow screen, a view shows one part at a time. */
async function showPart(stage: StageDriver, part: 'steps' | 'details' | 'build'): Promise<void> {
  const { width } = stage.page.viewportSize() ?? { width: 0 };
  if (width <= 700) await stage.choose(stage.words.view, stage.words[part]);
}

interface View {
  readonly query: Query;
  readonly show?: (stage: StageDriver, page: Page) => Promise<unknown>;
}

const views: Readonly<Record<string, View>> = {
  steps: { query: {}, show: (stage) => showPart(stage, 'steps') },
  'a step with its reasons, trends and cards': {
    query: { lesson: 'login-crash', step: '4' },
    show: async (stage, page) => {
      await showPart(stage, 'details');
      await unfold(page);
      await expect(page.getByRole('button', { name: stage.words.explain })).toBeVisible();
    },
  },
  'a node': {
    query: {},
    show: async (stage) => {
      await showPart(stage, 'steps');
      await stage.memoryOf(1).click();
    },
  },
  'a message': {
    query: { strategy: 'signed-token', step: '4' },
    show: async (stage, page) => {
      await showPart(stage, 'details');
      await expect(page.getByRole('button', { name: stage.words.explain })).toBeVisible();
    },
  },
  'a message explained': {
    query: { strategy: 'signed-token', step: '4' },
    show: async (stage, page) => {
      await showPart(stage, 'details');
      const explain = page.getByRole('button', { name: stage.words.explain });
      await expect(explain).toBeVisible();
      if ((await explain.getAttribute('aria-pressed')) === 'false') await explain.click();
      await expect(explain).toHaveAttribute('aria-pressed', 'true');
    },
  },
  'the table of strategies': { query: { lesson: 'scale-out' }, show: (stage) => showPart(stage, 'details') },
  'the sandbox': {
    query: { lesson: 'sandbox' },
    show: async (stage, page) => {
      await showPart(stage, 'build');
      await unfold(page);
    },
  },
  comparing: { query: { compare: 'signed-token' } },
  'the scores of two': {
    query: { compare: 'signed-token' },
    show: async (stage, page) => {
      const dialog = page.getByRole('dialog', { name: stage.words.scoreboard, exact: true });
      if (!(await dialog.isVisible())) await stage.button(stage.words.scoreboard).click();
      await expect(dialog.getByRole('listitem').first()).toBeVisible();
    },
  },
  'a question': { query: { lesson: 'login-crash', predict: '' }, show: (stage) => stage.next() },
  presenting: { query: { present: '' } },
  'presenting two': { query: { present: '', compare: 'signed-token' } },
  'inside another page': { query: { embed: '' } },
  'the presenter’s window': { query: { presenter: '' } },
  lessons: { query: { page: 'lessons' } },
  comparison: { query: { page: 'comparison' } },
  cards: { query: { page: 'cards' } },
  glossary: { query: { page: 'glossary' } },
};

for (const [name, { query, show }] of Object.entries(views)) {
  test(name, async ({ stage, page }) => {
    await page.goto(`./?${new URLSearchParams(query)}`);
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await expect(page.getByRole('main')).toBeVisible();
      await show?.(stage, page);
      expect.soft(await smallTargets(page), `${screen.width}×${screen.height}`).toEqual([]);
    }
  });
}

test('dialogs', async ({ stage, page }) => {
  await stage.open({ strategy: 'signed-token' });
  const { help, sharing, exporting, opening, operate } = stage.words;
  for (const name of [help, sharing.share, exporting.export, opening.open, operate]) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await stage.button(name).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    for (const screen of screens) {
      await page.setViewportSize(screen);
      expect.soft(await smallTargets(page), `${name} at ${screen.width}×${screen.height}`).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});
