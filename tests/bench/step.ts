/** What a step and a crash cost the main thread, from the key to the frame that shows it, in runs of several lengths. */

import type { Browser, Page } from '@playwright/test';
import { clerk } from '../../src/lessons/clerk.ts';
import { encodeRun } from '../../src/share/run-code.ts';
import type { Line } from '../../src/simulation/application/line.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { type KeyWork, readKeyWork, traceCategories } from './main-thread.ts';
import { shownStep, withPage } from './page.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

const STEP_BUDGET_MS = 16;
const GROWTH_BUDGET = 1.2;
const CRASH_BUDGET_MS = 50;

/** Shown are a request's way to the load balancer, its way on to a server, and the reply. */
const MESSAGES_PER_REQUEST = 3;
const HUNDRED_MESSAGES = 34;
const THOUSAND_MESSAGES = 334;
/** As many requests as a link may carry. */
const THREE_THOUSAND_MESSAGES = 1_000;
/** Purchases, one after the other. */
const lines = [{ product: 'laptop' }, { quantity: 2 }, { payment: 'card' }] as const;

/** Keys that are traced together: to begin and to end a trace takes longer than a step. */
const BATCH = 10;
/** The first batch only warms up: after it, the code that a step runs has been compiled. */
const STEP_BATCHES = 7;
const CRASH_BATCHES = 3;
/** By then motion has ended and the address has been written: nothing of a sample is left for the next one. */
const QUIET_MS = { reduce: 500, 'no-preference': 1_200 } as const;

interface Stand {
  readonly browser: Browser;
  readonly page: Page;
  readonly motion: keyof typeof QUIET_MS;
}

export function measureSteps(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const open = (motion: Stand['motion']) =>
      openRun(browser, url, { requests: THOUSAND_MESSAGES, motion, slowdown: 4 });
    const [still = []] = await pressSteps([await open('reduce')]);
    const [moving = []] = await pressSteps([await open('no-preference')]);
    return stepRows(still, moving);
  });
}

export function measureLengths(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const open = (requests: number) => openRun(browser, url, { requests, motion: 'reduce', slowdown: 4 });
    const [floor = [], hundred = [], longest = []] = await pressSteps([
      await openSlider(browser),
      await open(HUNDRED_MESSAGES),
      await open(THREE_THOUSAND_MESSAGES),
    ]);
    return lengthRows(floor, hundred, longest);
  });
}

export function measureCrashes(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const open = (slowdown: number) =>
      openRun(browser, url, { requests: THOUSAND_MESSAGES, motion: 'reduce', slowdown });
    return crashRows(await pressCrashes(await open(1)), await pressCrashes(await open(4)));
  });
}

interface RunSetting {
  readonly requests: number;
  readonly motion: Stand['motion'];
  /** 4 leaves the main thread a quarter of its speed. */
  readonly slowdown: number;
}

/** The page at a run, as a link opens it, so that the samples lie around the run's middle. */
async function openRun(
  browser: Browser,
  url: string,
  { requests, motion, slowdown }: RunSetting,
): Promise<Stand> {
  const script = Array.from({ length: requests }, (_, index): Line => {
    return { kind: 'shop', said: lines[index % lines.length] ?? {} };
  });
  const scenario = { ...clerk.scenario, clients: [clients(script)] };
  const messages = requests * MESSAGES_PER_REQUEST;
  const first = Math.round((messages - STEP_BATCHES * BATCH) / 2);
  const page = await browser.newPage({ reducedMotion: motion });
  await page.goto(
    `${url}?lang=en&step=${first}#run=${encodeRun({ scenario, commands: [] }, clerk.scenario)}`,
  );
  const steps = Number(await page.getByRole('slider').getAttribute('max'));
  if (steps !== messages) throw new Error(`The run shows ${steps} messages instead of ${messages}.`);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await slowDown(page, slowdown);
  return { browser, page, motion };
}

/** What the same key costs at the very least here: a slider alone on its page, moved by the browser itself. */
async function openSlider(browser: Browser): Promise<Stand> {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.setContent('<input type="range" max="1000">');
  await page.getByRole('slider').focus();
  await slowDown(page, 4);
  return { browser, page, motion: 'reduce' };
}

async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** In turns, so that a slow minute of the machine meets all runs and the ratio between them stays. */
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

/** A server crashes; back to the step before, where it is up; and again. Each time the run is simulated anew. */
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

/** @param expected How many steps further the keys together lead, to notice one that did nothing. */
async function pressKeys(
  { browser, page, motion }: Stand,
  keys: readonly string[],
  expected: { readonly stepsOn: number },
): Promise<KeyWork[]> {
  const before = await shownStep(page);
  await browser.startTracing(page, { categories: [...traceCategories] });
  for (const key of keys) {
    await page.keyboard.press(key);
    // Waits in this process: nothing is asked of the page meanwhile.
    await page.waitForTimeout(QUIET_MS[motion]);
  }
  const trace = await browser.stopTracing();
  const stepsOn = (await shownStep(page)) - before;
  if (stepsOn !== expected.stepsOn) throw new Error(`The keys led ${stepsOn} steps on.`);
  return readKeyWork(trace.toString());
}

function stepRows(thousand: readonly KeyWork[], moving: readonly KeyWork[]): Row[] {
  const budget = (samples: readonly KeyWork[]) => ({
    figure: medianAndP95(samples),
    budget: `p95 ≤ ${STEP_BUDGET_MS} ms`,
    isWithin: p95(samples) <= STEP_BUDGET_MS,
  });
  return [
    { what: 'a step, 1,002 messages, CPU slowed 4 ×, motion reduced', ...budget(thousand) },
    ...detailRows(thousand),
    { what: 'the same with motion, to its first frame', ...budget(moving) },
    ...detailRows(moving),
  ];
}

function lengthRows(
  floor: readonly KeyWork[],
  hundred: readonly KeyWork[],
  longest: readonly KeyWork[],
): Row[] {
  const growth = median(longest) / median(hundred);
  return [
    { what: 'a step, motion reduced, 102 messages', figure: medianAndP95(hundred) },
    { what: 'a step, motion reduced, 3,000 messages, the most in a link', figure: medianAndP95(longest) },
    {
      what: '  3,000 messages against 102, medians',
      figure: `${growth.toFixed(2)} ×`,
      budget: `≤ ${GROWTH_BUDGET} × (at 10,000)`,
      isWithin: growth <= GROWTH_BUDGET,
    },
    { what: '  the limit: a slider alone on a page', figure: medianAndP95(floor) },
  ];
}

function crashRows(crashes: readonly KeyWork[], slowed: readonly KeyWork[]): Row[] {
  return [
    {
      what: 'a crash, 1,002 messages, full speed, motion reduced',
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
      what: '  after that frame: address, motion and the like, mean',
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
