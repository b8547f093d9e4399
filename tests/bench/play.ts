/** Measures dropped frames and long tasks while a run loads, and while it plays at four times normal speed. */
import type { Browser, Page } from '@playwright/test';
import { withPage } from './page.ts';
import type { Row } from './row.ts';
import { addressOf, purchases, slowDown } from './run-page.ts';

/** A longer task delays responses to input (W3C Long Tasks). */
const LONG_TASK_MS = 50;
const PLAY_MS = 15_000;
const LOAD_MS = 8_000;
const STEP = 500;

export function measure(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const rows: Row[] = [];
    for (const slowdown of [1, 4]) {
      const speed = slowdown === 1 ? 'full speed' : `CPU slowed ${slowdown} ×`;
      const address = addressOf(url, { purchases: purchases[1_000], step: STEP });
      const { loading, playing, frames, steps } = await load(browser, address, slowdown);
      rows.push(
        { what: `long tasks while 1,008 messages load, ${speed}`, figure: inWords(loading) },
        {
          what: `long tasks while ${steps} steps play at 4 ×, ${speed}`,
          figure: inWords(playing),
          budget: 'none',
          isWithin: playing.length === 0,
        },
        {
          what: `  frames dropped meanwhile, of ${frames.due}`,
          figure: `${frames.dropped} (${((100 * frames.dropped) / frames.due).toFixed(1)} %)`,
        },
      );
    }
    return rows;
  });
}

interface Observed {
  /** Durations of long tasks, in milliseconds. */
  readonly loading: readonly number[];
  readonly playing: readonly number[];
  readonly frames: { readonly due: number; readonly dropped: number };
  readonly steps: number;
}

async function load(browser: Browser, address: string, slowdown: number): Promise<Observed> {
  const page = await browser.newPage({ serviceWorkers: 'block', reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    const durations: number[] = [];
    Object.assign(window, { longTasks: durations });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await slowDown(page, slowdown);
  await page.goto(address);
  await page.waitForTimeout(LOAD_MS);
  const loading = await longTasksOf(page);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  const before = Number(await page.getByRole('slider').inputValue());
  await page.keyboard.press('Space');
  const frames = await countFrames(page, PLAY_MS);
  const playing = (await longTasksOf(page)).slice(loading.length);
  const steps = Number(await page.getByRole('slider').inputValue()) - before;
  await page.close();
  if (steps === 0) throw new Error('The run did not play.');
  return { loading, playing, frames, steps };
}

function longTasksOf(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.slice());
}

/** Counts the frames of a 60 Hz screen, and those that were late. */
function countFrames(page: Page, forMs: number): Promise<Observed['frames']> {
  return page.evaluate(async (lastMs) => {
    const FRAME_MS = 1000 / 60;
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const first = await next();
    let [now, dropped] = [first, 0];
    while (now - first < lastMs) {
      const later = await next();
      dropped += Math.max(0, Math.round((later - now) / FRAME_MS) - 1);
      now = later;
    }
    return { due: Math.round((now - first) / FRAME_MS), dropped };
  }, forMs);
}

function inWords(tasks: readonly number[]): string {
  if (tasks.length === 0) return `none over ${LONG_TASK_MS} ms`;
  return `${tasks.length}, the longest ${Math.max(...tasks).toFixed(0)} ms`;
}
