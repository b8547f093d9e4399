/**
 * Main-thread time of a step and of a crash, from the key press to the frame that shows it, in runs of several
 * lengths.
 */

import type { Browser } from '@playwright/test';
import type { KeyWork } from './main-thread.ts';
import { withPage } from './page.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';
import { messagesOf, openRun, pressKeys, purchases, type Stand, slowDown } from './run-page.ts';

const STEP_BUDGET_MS = 16;
const GROWTH_BUDGET = 1.2;
const CRASH_BUDGET_MS = 50;
const CRASH_STEP = 500;

/** Keys per trace: starting and stopping a trace takes longer than a step. */
const BATCH = 10;
/** The first batch is a warm-up, to compile the step's code. */
const STEP_BATCHES = 7;
const CRASH_BATCHES = 3;

export function measureSteps(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const open = (motion: Stand['motion'], slowdown = 4) =>
      openMiddle(browser, url, purchases[1_000], motion, slowdown);
    const [still = []] = await pressSteps([await open('reduce')]);
    const [moving = []] = await pressSteps([await open('no-preference')]);
    const [atFullSpeed = []] = await pressSteps([await open('reduce', 1)]);
    return stepRows(still, moving, atFullSpeed);
  });
}

export function measureLengths(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const open = (count: number) => openMiddle(browser, url, count, 'reduce');
    const [floor = [], hundred = [], thousand = [], longest = []] = await pressSteps([
      await openSlider(browser),
      await open(purchases[100]),
      await open(purchases[1_000]),
      await open(purchases[10_000]),
    ]);
    return lengthRows(floor, [hundred, thousand, longest]);
  });
}

export function measureCrashes(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const open = (slowdown: number) =>
      openRun(browser, url, { purchases: purchases[1_000], step: CRASH_STEP, motion: 'reduce', slowdown });
    return crashRows(await pressCrashes(await open(1)), await pressCrashes(await open(4)));
  });
}

/** Centres the samples on the run's middle. */
function openMiddle(
  browser: Browser,
  url: string,
  count: number,
  motion: Stand['motion'],
  slowdown = 4,
): Promise<Stand> {
  const step = Math.round((messagesOf(count) - STEP_BATCHES * BATCH) / 2);
  return openRun(browser, url, { purchases: count, step, motion, slowdown });
}

/** Lower bound for the same key: a lone slider on an empty page, moved by the browser itself. */
async function openSlider(browser: Browser): Promise<Stand> {
  const page = await browser.newPage({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  await page.setContent('<input type="range" max="1000">');
  await page.getByRole('slider').focus();
  await slowDown(page, 4);
  return { browser, page, motion: 'reduce' };
}

/** Alternate, so that a slow minute of the machine affects all runs and their ratio stays. */
async function pressSteps(stands: readonly Stand[]): Promise<KeyWork[][]> {
  const samples: KeyWork[][] = stands.map(() => []);
  const keys = Array.from({ length: BATCH }, () => 'ArrowRight');
  for (let batch = 0; batch < STEP_BATCHES; batch += 1) {
    for (const [index, stand] of stands.entries()) {
      const works = await pressKeys(stand, keys, { stepsOn: BATCH });
      if (batch > 0) samples[index]?.push(...works);
    }
  }
  for (const { page } of stands) await page.close();
  return samples;
}

/** Crashes a server, then steps back to where it's up, and repeats. Each crash re-simulates the run. */
async function pressCrashes(stand: Stand): Promise<KeyWork[]> {
  const samples: KeyWork[] = [];
  const keys = Array.from({ length: BATCH }, () => ['Digit1', 'ArrowLeft']).flat();
  for (let batch = 0; batch < CRASH_BATCHES; batch += 1) {
    const works = await pressKeys(stand, keys, { stepsOn: 0 });
    if (batch > 0) samples.push(...works.filter((_, index) => keys[index] === 'Digit1'));
  }
  await stand.page.close();
  return samples;
}

function stepRows(
  thousand: readonly KeyWork[],
  moving: readonly KeyWork[],
  atFullSpeed: readonly KeyWork[],
): Row[] {
  const budget = (samples: readonly KeyWork[]) => ({
    figure: medianAndP95(samples),
    budget: `p95 ≤ ${STEP_BUDGET_MS} ms`,
    isWithin: p95(samples) <= STEP_BUDGET_MS,
  });
  return [
    { what: 'a step, 1,008 messages, CPU slowed 4 ×, motion reduced', ...budget(thousand) },
    ...detailRows(thousand),
    { what: 'the same with motion, to its first frame', ...budget(moving) },
    ...detailRows(moving),
    // Throttling interrupts the thread all the time, which costs extra; full speed shows the work more accurately.
    { what: 'a step, 1,008 messages, full speed, motion reduced', figure: medianAndP95(atFullSpeed) },
    ...detailRows(atFullSpeed),
  ];
}

function lengthRows(
  floor: readonly KeyWork[],
  [hundred = [], thousand = [], longest = []]: readonly (readonly KeyWork[])[],
): Row[] {
  const growth = median(longest) / median(hundred);
  return [
    { what: 'a step, motion reduced, 108 messages', figure: medianAndP95(hundred) },
    { what: 'a step, motion reduced, 1,008 messages', figure: medianAndP95(thousand) },
    { what: 'a step, motion reduced, 10,008 messages', figure: medianAndP95(longest) },
    ...detailRows(longest),
    {
      what: '  10,008 messages against 108, medians',
      figure: `${growth.toFixed(2)} ×`,
      budget: `≤ ${GROWTH_BUDGET} ×`,
      isWithin: growth <= GROWTH_BUDGET,
    },
    { what: '  the limit: a slider alone on a page', figure: medianAndP95(floor) },
  ];
}

function crashRows(crashes: readonly KeyWork[], slowed: readonly KeyWork[]): Row[] {
  return [
    {
      what: 'a crash at step 500 of 1,008, full speed, motion reduced',
      figure: medianAndP95(crashes),
      budget: `p95 ≤ ${CRASH_BUDGET_MS} ms`,
      isWithin: p95(crashes) <= CRASH_BUDGET_MS,
    },
    { what: 'the same, CPU slowed 4 ×', figure: medianAndP95(slowed) },
    ...detailRows(slowed),
  ];
}

function detailRows(samples: readonly KeyWork[]): Row[] {
  const mean = (part: keyof KeyWork) => samples.reduce((sum, work) => sum + work[part], 0) / samples.length;
  const script = mean('toPaint') - mean('styleAndLayout') - mean('paint');
  const parts = [script, mean('styleAndLayout'), mean('paint')].map((ms) => ms.toFixed(1));
  return [
    { what: '  script + style and layout + paint, means', figure: `${parts.join(' + ')} ms` },
    {
      what: '  after that frame: address, motion etc., mean',
      figure: `${mean('afterwards').toFixed(1)} ms`,
    },
  ];
}

function medianAndP95(samples: readonly KeyWork[]): string {
  return `median ${median(samples).toFixed(1)} ms, p95 ${p95(samples).toFixed(1)} ms`;
}

function median(samples: readonly KeyWork[]): number {
  return quantile(toPaint(samples), 0.5);
}

function p95(samples: readonly KeyWork[]): number {
  return quantile(toPaint(samples), 0.95);
}

function toPaint(samples: readonly KeyWork[]): number[] {
  return samples.map((work) => work.toPaint);
}
