/** The presenter's window and the audience's: two pages of one presentation, controlled from either. */
import type { Page } from '@playwright/test';
import { predictText as englishQuestions } from '../../src/locales/en/predict-text.ts';
import { presentText as english } from '../../src/locales/en/present-text.ts';
import { presenterText as englishWords } from '../../src/locales/en/presenter-text.ts';
import { predictText as koreanQuestions } from '../../src/locales/ko/predict-text.ts';
import { presentText as korean } from '../../src/locales/ko/present-text.ts';
import { presenterText as koreanWords } from '../../src/locales/ko/presenter-text.ts';
import { violations } from '../support/axe.ts';
import { locales, StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const tools = { en: english, ko: korean };
const words = { en: englishWords, ko: koreanWords };
const questions = { en: englishQuestions, ko: koreanQuestions };

/** Opens the presenter's window through the interface. */
async function openPresenter(stage: StageDriver, language: 'en' | 'ko' = 'en'): Promise<Page> {
  const panel = stage.button(tools[language].presenterWindow);
  if (!(await panel.isVisible())) await stage.button(stage.words.presentTools).click();
  const popup = stage.page.waitForEvent('popup');
  await panel.click();
  const page = await popup;
  await expect(page.getByRole('heading', { name: words[language].now, exact: true })).toBeVisible();
  return page;
}

/** Both pages show the same step, wherever they display its number. */
async function expectStep(step: number, ...stages: readonly StageDriver[]): Promise<void> {
  for (const stage of stages) await expect(stage.slider).toHaveValue(String(step));
}

for (const language of ['ko', 'en'] as const) {
  test.describe(`two windows (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('step, crash, compare and blank together, from either window', async ({ stage, page }) => {
      await stage.open({ present: '' });
      const second = await openPresenter(stage, language);
      const presenter = new StageDriver(second, language);
      await expect(second.getByText(words[language].inStep)).toBeVisible();
      await expectStep(3, stage, presenter);

      await presenter.control('nextStep').click();
      await expectStep(4, stage, presenter);
      await stage.page.keyboard.press('PageUp');
      await expectStep(3, stage, presenter);
      await presenter.crash(1);
      await expectStep(4, stage, presenter);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
      await expect(stage.caption).toHaveText((await presenter.caption.textContent()) ?? '');

      await second.getByRole('switch', { name: stage.words.compare }).click();
      await expect(page.locator('[data-side=comparison]')).toBeVisible();
      await page.keyboard.press('v');
      await expect(second.getByRole('switch', { name: stage.words.compare })).not.toBeChecked();

      const blank = page.getByRole('dialog', { name: tools[language].isBlank });
      await second.keyboard.press('b');
      await expect(blank).toBeVisible();
      await presenter.control('nextStep').click();
      await expectStep(5, presenter, stage);
      await expect(blank).toBeVisible();
      await second.getByRole('switch', { name: words[language].blank }).click();
      await expect(blank).toHaveCount(0);
    });

    test('both show the same question; the presenter’s window shows its answer, and does not skip it', async ({
      stage,
      page,
    }) => {
      await stage.open({ present: '', predict: '' });
      await stage.crash(1);
      const second = await openPresenter(stage, language);
      const presenter = new StageDriver(second, language);
      const question = questions[language];
      const [here, there] = [page, second].map((each) =>
        each.getByRole('region', { name: question.question, exact: true }),
      );
      if (here === undefined || there === undefined) throw new Error('One of the two windows is missing.');
      await presenter.control('lastStep').click();
      await expect(here).toHaveAttribute('data-phase', 'first-vote');
      await expect(there).toHaveAttribute('data-phase', 'first-vote');
      const next = second.getByRole('region', { name: words[language].next, exact: true });
      await expect(next).toContainText(words[language].audienceWaits);
      await expect(next).toContainText(question.right);
      await expect(page.getByText(words[language].audienceWaits)).toHaveCount(0);
      expect(await violations(second)).toEqual([]);

      await here.getByRole('button', { pressed: false }).first().click();
      await expect(there.getByRole('button', { pressed: true })).toHaveCount(1);
      await second.keyboard.press('PageDown');
      await expect(here).toHaveAttribute('data-phase', 'discussion');
      await page.keyboard.press('PageDown');
      await expect(there).toHaveAttribute('data-phase', 'second-vote');
      await second.keyboard.press('PageDown');
      await expect(here).toHaveAttribute('data-phase', 'revealed');
      await expect(next).not.toContainText(words[language].audienceWaits);
      await second.getByRole('switch', { name: stage.words.predict }).click();
      await expect(here).toHaveCount(0);
      await expect(page).not.toHaveURL(/predict/);
    });

    test('the presenter sees the next step, and the notes of the scene', async ({ stage }) => {
      await stage.open({ present: '', scene: '3' });
      const second = await openPresenter(stage, language);
      const presenter = new StageDriver(second, language);
      const next = second.getByRole('region', { name: words[language].next, exact: true });
      const notes = second.getByRole('region', { name: words[language].notes, exact: true });
      await expect(notes.getByText(words[language].ask, { exact: true })).toBeVisible();
      const announced = (await next.locator('[data-next]').textContent()) ?? '';
      expect(announced).not.toBe('');
      await presenter.control('nextStep').click();
      await expect(presenter.caption).toContainText(announced);
      // The notes stay for the whole scene, also after another command.
      const said = await notes.textContent();
      await presenter.crash(2);
      await expect(notes).toHaveText(said ?? '');
      await presenter.control('lastStep').click();
      await expect(next.getByText(words[language].nothingNext)).toBeVisible();
      expect(await violations(second)).toEqual([]);
    });
  });
}

test('the pictures break names and chips only between words', async ({ stage }) => {
  await stage.open({ lesson: 'login-crash', step: '7', present: '' });
  const second = await openPresenter(stage);
  await second.setViewportSize({ width: 1366, height: 768 });
  const lines = second.locator('[aria-hidden=true] > svg[viewBox] tspan');
  await expect(lines.getByText(/balancer$/)).toHaveCount(2);
  await expect(lines.getByText(/^Cookie/)).toHaveCount(2);
});

test('its window opens the operator’s menu and the meaning of a term', async ({ stage }) => {
  await stage.open({ present: '', strategy: 'shared-store', step: '3' });
  const second = await openPresenter(stage);
  const presenter = new StageDriver(second, 'en');
  const failures: string[] = [];
  second.on('console', (message) => message.type() === 'error' && failures.push(message.text()));

  await second.keyboard.press('c');
  const menu = second.getByRole('dialog', { name: stage.words.operate });
  const crash = menu.getByRole('button', { name: 'Crash Server 2', exact: true });
  await expect(crash).toBeVisible();
  // The presenter's window has no pages of the guide.
  await expect(menu.getByRole('button', { name: 'Make a challenge of this run' })).toHaveCount(0);
  await crash.click();
  await expectStep(4, stage, presenter);

  await presenter.control('previousStep').click();
  await presenter.caption.getByRole('button', { name: 'the store', exact: true }).click();
  const meaning = second.getByRole('dialog', { name: 'session store' });
  await expect(meaning).toBeVisible();
  await expect(meaning.getByRole('link')).toHaveCount(0);
  await second.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  expect(failures).toEqual([]);
});

test('closing one keeps the other running, and a reopened one is synchronised', async ({ stage, page }) => {
  await stage.open({ present: '' });
  const second = await openPresenter(stage);
  const presenter = new StageDriver(second, 'en');
  await presenter.crash(1);
  await expectStep(4, stage);

  await stage.reload();
  await presenter.control('nextStep').click();
  await expectStep(5, stage, presenter);

  await second.close();
  await page.keyboard.press('PageDown');
  await expectStep(6, stage);
  const third = await openPresenter(stage);
  const again = new StageDriver(third, 'en');
  await expectStep(6, again);
  await expect(again.button('Restart Server 1')).toBeVisible();

  await page.close();
  await expect(third.getByText(englishWords.alone)).toBeVisible();
  await again.control('nextStep').click();
  await expectStep(7, again);
  const popup = third.waitForEvent('popup');
  await third.getByRole('button', { name: englishWords.openAudience }).click();
  const audience = new StageDriver(await popup, 'en');
  await expectStep(7, audience);
  await expect(third.getByText(englishWords.inStep)).toBeVisible();
  await again.control('previousStep').click();
  await expectStep(6, audience, again);
});

test('two presentations in one browser are independent', async ({ stage, context }) => {
  await stage.open({ present: '' });
  const presenter = new StageDriver(await openPresenter(stage), 'en');
  const elsewhere = new StageDriver(await context.newPage(), 'en');
  await elsewhere.open();
  await presenter.control('nextStep').click();
  await expectStep(4, stage);
  await expectStep(3, elsewhere);
});

test('a blocked window is reported, with a link to open it', async ({ stage, page, context }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await stage.open({ present: '' });
  await stage.button(stage.words.presentTools).click();
  await stage.button(english.presenterWindow).click();
  await expect(page.getByRole('alert')).toContainText('pop-ups');
  expect(await violations(page)).toEqual([]);
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: english.presenterLink }).click();
  const presenter = new StageDriver(await opened, 'en');
  await presenter.control('nextStep').click();
  await expectStep(4, stage, presenter);
});

test('the clock runs from the start, stops, survives a reload, and resets to zero', async ({
  page,
  stage,
}) => {
  await page.clock.install({ time: new Date('2026-03-02T09:59:30') });
  await page.goto('./?presenter');
  await stage.isReady();
  await page.clock.pauseAt(new Date('2026-03-02T10:00:00'));
  const elapsed = page.getByRole('timer');
  await expect(page.getByText('10:00 AM')).toBeVisible();
  await page.clock.runFor(60_000);
  await expect(page.getByText('10:01 AM')).toBeVisible();
  await expect(elapsed).toHaveText(/1:[0-3]\d/);
  await page.reload();
  // While the clock is stopped, no frame is requested.
  await expect(stage.control('nextStep')).toBeVisible();
  await page.clock.runFor(1_000);
  await expect(elapsed).toHaveText(/1:[0-3]\d/);
  await stage.button(englishWords.pause).click();
  const stopped = await elapsed.textContent();
  await page.clock.runFor(30_000);
  await expect(elapsed).toHaveText(stopped ?? '');
  await stage.button(englishWords.reset).click();
  await expect(elapsed).toHaveText('0:00');
});

for (const theme of ['light', 'dark', 'projector']) {
  test(`alone, ${theme}: it shows a hint and all its controls, and axe finds nothing`, async ({
    page,
    stage,
  }) => {
    await page.goto(`./?presenter&theme=${theme}`);
    await stage.isReady();
    await expect(page.getByText(englishWords.alone)).toBeVisible();
    for (const [width, height] of [
      [1_180, 800],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${width} px`)
        .toBeLessThanOrEqual(width);
      expect(await violations(page), `${width} px`).toEqual([]);
    }
  });
}
