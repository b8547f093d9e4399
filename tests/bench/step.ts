/** What a step and a crash cost the main thread, from the key to the frame that shows it, in runs of several lengths. */
import type { Browser, Page } from '@playwright/test';
import { encodeRun, SCRIPT_LINES_MAX } from '../../src/share/run-code.ts';
import { type KeyWork, readKeyWork, traceCategories } from './main-thread.ts';
import { shownStep, stepWithKey, withPage } from './page.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

const STEP_BUDGET_MS = 16;
const GROWTH_BUDGET = 1.2;
const CRASH_BUDGET_MS = 50;

/** Shown are a request's way to the load balancer, its way on to a server, and the reply. */
const MESSAGES_PER_REQUEST = 3;
const HUNDRED_MESSAGES = 34;
const THOUSAND_MESSAGES = 334;
/** Purchases, one after the other. */
const lines = [{ product: 'laptop' }, { quantity: 2 }, { payment: 'card' }] as const;

const STEPS = 60;
const CRASHES = 20;
/** By then the code that a step runs has been compiled. */
const WARM_UP = 6;
/** By then motion has ended and the address has been written: nothing of a sample is left for the next one. */
const QUIET_MS = { reduce: 600, 'no-preference': 1_300 } as const;

interface Stand {
  readonly page: Page;
  readonly motion: keyof typeof QUIET_MS;
}

export function measure(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const open = (requests: number, motion: Stand['motion'], slowdown: number) =>
      openRun(browser, url, requests, motion, slowdown);

    const calm = await measureSteps([
      await open(HUNDRED_MESSAGES, 'reduce', 4),
      await open(THOUSAND_MESSAGES, 'reduce', 4),
      await open(SCRIPT_LINES_MAX, 'reduce', 4),
    ]);
    const moving = await measureSteps([await open(THOUSAND_MESSAGES, 'no-preference', 4)]);
    const crashes = await measureCrashes(await open(THOUSAND_MESSAGES, 'reduce', 1));
    const slowCrashes = await measureCrashes(await open(THOUSAND_MESSAGES, 'reduce', 4));
    return [...stepRows(calm, moving), ...crashRows(crashes, slowCrashes)];
  });
}

/** The page in the middle of a run, as a link opens it. */
async function openRun(
  browser: Browser,
  url: string,
  requests: number,
  motion: Stand['motion'],
  slowdown: number,
): Promise<Stand> {
  const script = Array.from({ length: requests }, (_, index) => lines[index % lines.length] ?? {});
  const messages = requests * MESSAGES_PER_REQUEST;
  const page = await browser.newPage({ reducedMotion: motion });
  const first = Math.round((messages - STEPS) / 2) - WARM_UP;
  await page.goto(`${url}?lang=en&step=${first}#run=${encodeRun({ script, commands: [] })}`);
  const steps = Number(await page.getByRole('slider').getAttribute('max'));
  if (steps !== messages) throw new Error(`The run shows ${steps} messages instead of ${messages}.`);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const browserSession = await page.context().newCDPSession(page);
  await browserSession.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, motion };
}

/** In turns, so that a slow minute of the machine meets all runs and the ratio between them stays. */
async function measureSteps(stands: readonly Stand[]): Promise<KeyWork[][]> {
  const samples: KeyWork[][] = stands.map(() => []);
  for (let round = -WARM_UP; round < STEPS; round += 1) {
    for (const [index, stand] of stands.entries()) {
      const work = await pressKey(stand, 'ArrowRight');
      if (round >= 0) samples[index]?.push(work);
    }
  }
  for (const { page } of stands) await page.close();
  return samples;
}

/** A server crashes; back to the step before, where it is up; and again. Each time the run is simulated anew. */
async function measureCrashes(stand: Stand): Promise<KeyWork[]> {
  const samples: KeyWork[] = [];
  for (let round = -WARM_UP; round < CRASHES; round += 1) {
    const work = await pressKey(stand, 'Digit1');
    if (round >= 0) samples.push(work);
    await stepWithKey(stand.page, 'ArrowLeft');
    await stand.page.waitForTimeout(QUIET_MS[stand.motion]);
  }
  await stand.page.close();
  return samples;
}

async function pressKey({ page, motion }: Stand, key: string): Promise<KeyWork> {
  const browser = page.context().browser();
  const before = await shownStep(page);
  await browser?.startTracing(page, { categories: [...traceCategories] });
  await page.keyboard.press(key);
  await page.waitForTimeout(QUIET_MS[motion]);
  const trace = await browser?.stopTracing();
  if ((await shownStep(page)) !== before + 1) throw new Error(`${key} did not lead to the next step.`);
  return readKeyWork(String(trace));
}

function stepRows(
  [hundred = [], thousand = [], longest = []]: KeyWork[][],
  [moving = []]: KeyWork[][],
): Row[] {
  const growth = median(longest) / median(hundred);
  return [
    {
      what: 'a step, 1,002 messages, CPU slowed 4 ×, motion reduced',
      figure: medianAndP95(thousand),
      budget: `p95 ≤ ${STEP_BUDGET_MS} ms`,
      isWithin: p95(thousand) <= STEP_BUDGET_MS,
    },
    ...detailRows(thousand),
    {
      what: 'the same with motion, to its first frame',
      figure: medianAndP95(moving),
      budget: `p95 ≤ ${STEP_BUDGET_MS} ms`,
      isWithin: p95(moving) <= STEP_BUDGET_MS,
    },
    ...detailRows(moving),
    { what: 'the same as the first with 102 messages', figure: medianAndP95(hundred) },
    { what: 'the same as the first with 3,000 messages, the most in a link', figure: medianAndP95(longest) },
    {
      what: '  3,000 messages against 102, medians',
      figure: `${growth.toFixed(2)} ×`,
      budget: `≤ ${GROWTH_BUDGET} × (at 10,000)`,
      isWithin: growth <= GROWTH_BUDGET,
    },
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
  const parts = [script, mean('styleAndLayout'), mean('paint')].map((ms) => ms.toFixed(1)).join(' + ');
  return [
    { what: '  script + style and layout + paint, means', figure: `${parts} ms` },
    {
      what: '  after that frame (address bar, other mode, motion), mean',
      figure: `${mean('afterwards').toFixed(1)} ms`,
    },
  ];
}

function medianAndP95(samples: readonly KeyWork[]): string {
  return `median ${median(samples).toFixed(1)} ms, p95 ${p95(samples).toFixed(1)} ms`;
}

function median(samples: readonly KeyWork[]): number {
  return quantile(
    samples.map(({ toPaint }) => toPaint),
    0.5,
  );
}

function p95(samples: readonly KeyWork[]): number {
  return quantile(
    samples.map(({ toPaint }) => toPaint),
    0.95,
  );
}
