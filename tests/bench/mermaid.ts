/** Compares one step with Mermaid's rendering of the same run, in the same page and session, one after the other. */
import type { Page } from '@playwright/test';
import { readBusyTime, traceCategories } from './main-thread.ts';
import { withPage } from './page.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';
import { openRun, pressKeys, purchases, type Stand } from './run-page.ts';

const RATIO_BUDGET = 50;
const STEPS = 20;
const DRAWINGS = 3;
const DRAWING_MS_MAX = 240_000;
const STEP = 500;

export function measure(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const stand = await openRun(browser, url, {
      purchases: purchases[1_000],
      step: STEP,
      motion: 'reduce',
      slowdown: 4,
    });
    stand.page.setDefaultTimeout(DRAWING_MS_MAX);
    const keys = Array.from({ length: STEPS }, () => 'ArrowRight');
    await pressKeys(stand, keys, { stepsOn: STEPS });
    const steps = (await pressKeys(stand, keys, { stepsOn: STEPS })).map(({ toPaint }) => toPaint);
    const plain = await times(DRAWINGS, () => changeTheme(stand, async () => {}));
    await stand.page.getByText('As Mermaid draws it', { exact: true }).click();
    // A run of this length is drawn only when asked for.
    await stand.page.getByRole('button', { name: 'Draw it anyway' }).click();
    await stand.page
      .locator('[data-disclosure=mermaid] svg [data-et=message]')
      .first()
      .waitFor({ state: 'attached' });
    const drawn = await times(DRAWINGS, () => changeTheme(stand, () => isDrawnAnew(stand.page)));
    const step = quantile(steps, 0.5);
    const drawing = quantile(drawn, 0.5) - quantile(plain, 0.5);
    const ratio = drawing / step;
    return [
      { what: 'a step, 1,008 messages, CPU slowed 4 ×, median', figure: `${step.toFixed(1)} ms` },
      { what: 'Mermaid’s rendering of the same run, median of 3', figure: `${drawing.toFixed(0)} ms` },
      {
        what: '  rendering time as a multiple of a step',
        figure: `${ratio.toFixed(0)} ×`,
        budget: `≥ ${RATIO_BUDGET} ×`,
        isWithin: ratio >= RATIO_BUDGET,
      },
    ];
  });
}

/**
 * Changing the theme makes Mermaid render again and does nothing else. Without Mermaid's diagram, it measures the
 * remaining cost.
 */
async function changeTheme({ browser, page }: Stand, isDone: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    for (const svg of document.querySelectorAll('[data-disclosure=mermaid] svg'))
      svg.setAttribute('data-old', '');
  });
  const theme = page.getByRole('combobox', { name: 'Theme' });
  const next = (await theme.inputValue()) === 'dark' ? 'light' : 'dark';
  await browser.startTracing(page, { categories: [...traceCategories] });
  await page.keyboard.press('Shift');
  await theme.selectOption(next);
  await isDone();
  await page.waitForTimeout(1_000);
  const trace = await browser.stopTracing();
  return readBusyTime(trace.toString());
}

async function isDrawnAnew(page: Page): Promise<void> {
  const drawing = '[data-disclosure=mermaid] svg:not([data-old]) [data-et=message]';
  await page.waitForFunction((found) => document.querySelector(found) !== null, drawing, { polling: 500 });
}

async function times(count: number, measureOnce: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let time = 0; time < count; time += 1) results.push(await measureOnce());
  return results;
}
