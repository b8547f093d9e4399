/** What is shown of a pasted diagram: focus, hidden participants, folded frames, links, time in transit. */
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { focusText as english } from '../../src/locales/en/focus-text.ts';
import { presentText as englishTools } from '../../src/locales/en/present-text.ts';
import { focusText as korean } from '../../src/locales/ko/focus-text.ts';
import { presentText as koreanTools } from '../../src/locales/ko/present-text.ts';
import { violations } from '../support/axe.ts';
import { locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const words = { en: english, ko: korean };
const tools = { en: englishTools, ko: koreanTools };

const shop = `sequenceDiagram
  autonumber
  participant A as 브라우저
  participant B as OrderService
  participant C as AuditLog
  link B: Wiki @ https://wiki.example/orders?x=1
  links B: {"Dial": "tel:123"}
  A->>B: see https://docs.example/orders.
  B-)C: noted
  loop until paid
    B->>C: not yet
    C-->>B: wait
  end
  %% in transit: 2
  B-->>A: done`;

async function openDiagram(stage: StageDriver, language: 'en' | 'ko', text: string): Promise<void> {
  await stage.open();
  const code = `1${deflateRawSync(Buffer.from(text)).toString('base64url')}`;
  await stage.page.goto(`/?lang=${language}#diagram=${code}`);
  await stage.page.reload();
  await expect(stage.page.locator('[data-participant]')).toHaveCount(3);
}

/** Presents, and opens the presenter's window. */
async function openPresenter(
  { page, words: { presentTools } }: StageDriver,
  language: 'en' | 'ko',
): Promise<Page> {
  await page.keyboard.press('f');
  await page.getByRole('button', { name: presentTools }).click();
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: tools[language].presenterWindow }).click();
  return popup;
}

for (const language of ['ko', 'en'] as const) {
  test.describe(`a pasted diagram (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const text = words[language];

    test('shows what its reader chooses, in the address, the exports and the other window', async ({
      stage,
      page,
    }) => {
      await openDiagram(stage, language, shop);
      const foot = page.locator('[data-foot]');
      const heads = page.locator('[data-participant]');

      // By keys: the first choice has the focus.
      await page.getByRole('button', { name: 'AuditLog', exact: true }).press('Enter');
      await expect(page.getByRole('button', { name: text.focus, exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/focus=3/);
      await expect(foot.getByText(text.focused('AuditLog'))).toBeVisible();
      await expect(heads.first()).toHaveAttribute('data-state', /active|dimmed/);
      expect(await violations(page)).toEqual([]);

      await page.getByRole('button', { name: '브라우저', exact: true }).click();
      const menu = page.getByRole('dialog', { name: '브라우저', exact: true });
      await expect(menu).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await menu.getByRole('button', { name: text.hide, exact: true }).click();
      await expect(heads).toHaveCount(2);
      await expect(foot.getByText(text.hidden(1))).toBeVisible();
      await expect(page).toHaveURL(/hide=1/);

      await page.reload();
      await expect(heads).toHaveCount(2);
      await expect(foot.getByText(text.hidden(1))).toBeVisible();
      await page.getByRole('button', { name: text.showEverything, exact: true }).click();
      await expect(heads).toHaveCount(3);
      await page.keyboard.press('z');
      await expect(heads).toHaveCount(2);
      await expect(foot.getByText(text.hidden(1))).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(heads).toHaveCount(3);
      await expect(page).not.toHaveURL(/hide=|focus=/);

      // A press on the frame's keyword folds it; one on the row in its place unfolds it.
      await page.keyboard.press('End');
      await page.locator('[data-fold-frame=""]').click();
      await expect(page).toHaveURL(/fold=1/);
      await expect(stage.slider).toHaveAttribute('max', '4');
      await page.keyboard.press('ArrowLeft');
      await expect(foot).toContainText('loop until paid');
      const unfold = page.getByRole('button', { name: /^Unfold|펼치기$/ });
      await unfold.click();
      await expect(stage.slider).toHaveAttribute('max', '5');
      await page.getByRole('button', { name: text.fold('loop until paid'), exact: true }).click();
      await expect(stage.slider).toHaveAttribute('max', '4');

      await stage.chooseTool(stage.words.exporting.export);
      const area = page.getByRole('textbox', { name: stage.words.exporting.mermaidText });
      await expect(area).toHaveValue(/Note over B,C: loop until paid \(.*2.*\)/);
      await expect(area).not.toHaveValue(/not yet/);
      await page.keyboard.press('Escape');
    });

    test('opens links on purpose only', async ({ stage, page, context }) => {
      await openDiagram(stage, language, shop);
      const address = page.locator('[data-foot]').getByRole('link', { name: 'https://docs.example/orders' });
      await expect(address).toHaveAttribute('href', 'https://docs.example/orders');
      await expect(address).toHaveAttribute('rel', 'noopener noreferrer');
      await expect(address).toHaveAttribute('target', '_blank');
      await page.getByRole('button', { name: /^OrderService/ }).click();
      const link = page.getByRole('link', { name: /Wiki/ });
      await expect(link).toContainText('https://wiki.example/orders?x=1');
      await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      await expect(page.getByText('tel:123')).toBeVisible();
      await expect(page.getByRole('link', { name: /Dial|tel:/ })).toHaveCount(0);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      for (const key of ['ArrowRight', 'ArrowLeft', 'Space', 'End', 'Home']) await page.keyboard.press(key);
      expect(context.pages()).toHaveLength(1);
    });

    test('draws time in transit as its text asks, or as its reader chooses', async ({ stage, page }) => {
      await openDiagram(stage, language, shop);
      await page.keyboard.press('End');
      await expect(page.locator('[data-aslant]')).toHaveCount(1);
      const choice = page.getByRole('switch', { name: text.transit, exact: true });
      await expect(choice).toBeChecked();
      await choice.click();
      await expect(page.locator('[data-aslant]')).toHaveCount(0);
      await expect(page).toHaveURL(/transit=off/);
      await page.reload();
      await expect(choice).not.toBeChecked();
      await expect(page.locator('[data-aslant]')).toHaveCount(0);
    });

    test('draws time in transit by a key, also while presenting, and no step that it does not have', async ({
      stage,
      page,
    }) => {
      await openDiagram(stage, language, shop);
      await page.keyboard.press('End');
      await expect(page.locator('[data-aslant]')).toHaveCount(1);
      await page.keyboard.press('f');
      await page.keyboard.press('t');
      await expect(page.locator('[data-aslant]')).toHaveCount(0);
      await page.keyboard.press('t');
      await expect(page.locator('[data-aslant]')).toHaveCount(1);
      await page.goto(page.url().replace(/step=\d+/, 'step=99'));
      const { problems } = stage.words;
      await expect(stage.notice).toContainText(
        problems['diagram-step-out-of-range']({ value: 99, shown: 5 }),
      );
    });

    test('is the same in the presenter’s window, in both directions', async ({ stage, page }) => {
      await openDiagram(stage, language, shop);
      const presenter = await openPresenter(stage, language);
      await page.bringToFront();
      await page.getByRole('button', { name: '브라우저', exact: true }).click();
      await page.getByRole('button', { name: text.hide, exact: true }).click();
      await expect(presenter.getByText(text.hidden(1))).toBeVisible();
      await presenter.getByRole('button', { name: text.showEverything, exact: true }).click();
      await expect(page.locator('[data-participant]')).toHaveCount(3);
    });
  });
}

for (const language of ['ko', 'en'] as const) {
  test.describe(`a run (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const text = words[language];

    test('dims what has nothing to do with one machine, in the address and the other window', async ({
      stage,
      page,
    }) => {
      await stage.open({ lang: language });
      const focused = page.locator('[data-foot]').getByText(text.focused(stage.server(1)));
      const menuAt = page.getByRole('button', {
        name: stage.words.operateNode(stage.server(1)),
        exact: true,
      });
      await page.keyboard.press('End');
      await expect(page.locator('[data-dimmed]')).toHaveCount(0);

      await menuAt.press('Enter');
      const choice = page.getByRole('button', { name: text.focus, exact: true });
      await choice.focus();
      await page.keyboard.press('Enter');
      await expect(focused).toBeVisible();
      await expect(page).toHaveURL(/focus=server-1/);
      await expect(page.locator('[data-participant=client]')).toHaveAttribute('data-state', /dimmed|active/);
      await expect(page.locator('[data-dimmed]')).not.toHaveCount(0);
      expect(await violations(page)).toEqual([]);

      // It stays while the run changes, and on the way through it.
      await stage.crash(1);
      await expect(focused).toBeVisible();
      await page.reload();
      await stage.isReady();
      await expect(focused).toBeVisible();

      await page.keyboard.press('Escape');
      await expect(focused).toHaveCount(0);
      await expect(page.locator('[data-dimmed]')).toHaveCount(0);
      await expect(page).not.toHaveURL(/focus=/);

      const presenter = await openPresenter(stage, language);
      await page.bringToFront();
      await menuAt.click();
      await choice.click();
      await expect(presenter.getByText(text.focused(stage.server(1)))).toBeVisible();
      await presenter.getByRole('button', { name: text.showEverything, exact: true }).click();
      await expect(focused).toHaveCount(0);
    });

    test('hides a machine with its messages, its crash and its steps, and leaves the scoreboard', async ({
      stage,
      page,
    }) => {
      await stage.open({ lang: language });
      await stage.crash(1);
      await page.keyboard.press('End');
      const heads = page.locator('[data-participant]');
      const note = page.locator('[data-view-note]');
      const scoreboard = page.getByRole('table', { name: stage.words.scoreboard, exact: true });
      const steps = Number(await stage.slider.getAttribute('max'));
      // It follows a moment after the step.
      let scores = '';
      await expect(async () => {
        const before = scores;
        scores = await scoreboard.innerText();
        expect(scores).toBe(before);
      }).toPass({ intervals: [400] });
      await expect(heads).toHaveCount(5);

      await page
        .getByRole('button', { name: stage.words.operateNode(stage.server(1)), exact: true })
        .press('Enter');
      const hide = page.getByRole('button', { name: text.hide, exact: true });
      await expect(hide).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await hide.focus();
      await page.keyboard.press('Enter');
      await expect(heads).toHaveCount(4);
      await expect(page).toHaveURL(/hide=server-1/);
      await expect(note).toContainText(text.hidden(1));
      const left = Number(await stage.slider.getAttribute('max'));
      expect(left).toBeLessThan(steps);
      await expect(note).toContainText(text.passedOver(steps - left));
      // The run isn't changed: its end has the same scores.
      await expect.poll(() => scoreboard.innerText()).toBe(scores);
      await expect(page.locator('[data-participant=server-1]')).toHaveCount(0);
      expect(await violations(page)).toEqual([]);

      // A link to a step counts the steps that are left.
      await page.keyboard.press('ArrowLeft');
      await expect(page).toHaveURL(new RegExp(`step=${left - 1}(&|$)`));
      await page.reload();
      await stage.isReady();
      await expect(heads).toHaveCount(4);
      await expect(stage.slider).toHaveValue(String(left - 1));
      await expect(stage.notice).toHaveCount(0);

      await stage.chooseTool(stage.words.exporting.export);
      const area = page.getByRole('textbox', { name: stage.words.exporting.mermaidText });
      await expect(area).not.toHaveValue(new RegExp(stage.server(1)));
      await expect(area).toHaveValue(new RegExp(stage.server(2)));
      await page.keyboard.press('Escape');

      await page.keyboard.press('v');
      await expect(heads).toHaveCount(8);
      await expect(page.locator('[data-participant=server-1]')).toHaveCount(0);
      await page.keyboard.press('v');
      await page.keyboard.press('Escape');
      await expect(heads).toHaveCount(5);
      await expect(page).not.toHaveURL(/hide=/);
    });

    test('hides a machine in the other window, in both directions', async ({ stage, page }) => {
      await stage.open({ lang: language });
      const presenter = await openPresenter(stage, language);
      await page.bringToFront();
      await page.getByRole('button', { name: stage.words.operateNode(stage.server(2)), exact: true }).click();
      await page.getByRole('button', { name: text.hide, exact: true }).click();
      await expect(presenter.getByText(text.hidden(1))).toBeVisible();
      await page.keyboard.press('End');
      const last = await stage.slider.inputValue();
      await expect(presenter.getByRole('slider').first()).toHaveValue(last);
      await presenter.getByRole('button', { name: text.showEverything, exact: true }).click();
      await expect(page.locator('[data-participant]')).toHaveCount(5);
    });

    test('tells of machines in a link that the run does not have', async ({ stage, page }) => {
      const { problems } = stage.words;
      await stage.open({ lang: language, focus: 'server-9', hide: 'server-2.nobody' });
      await expect(stage.notice).toContainText(problems['unknown-focus']({ value: 'server-9' }));
      await expect(stage.notice).toContainText(problems['unknown-hidden']({ value: 'nobody' }));
      await expect(page.locator('[data-participant]')).toHaveCount(4);
      await page.keyboard.press('ArrowRight');
      await expect(page).not.toHaveURL(/server-9|nobody/);
      await stage.open({ lang: language, hide: 'client.load-balancer.server-1.server-2.server-3' });
      await expect(stage.notice).toContainText(problems['nothing-left']);
      await expect(page.locator('[data-participant]')).toHaveCount(5);
    });
  });
}
