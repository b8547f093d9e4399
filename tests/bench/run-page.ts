/** Opens the page at a run of a given length through a link, and presses keys. */
import type { Browser, Page } from '@playwright/test';
import clerk from '../../src/lessons/clerk/lesson.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { encodeRun } from '../../src/url/run-code.ts';
import { type KeyWork, readKeyWork, traceCategories } from './main-thread.ts';
import { shownStep } from './page.ts';

/**
 * Repeated by one client: three requests, each shown as the way to the load balancer, the way to the server, and the
 * reply.
 */
const purchase: readonly Line[] = [
  { kind: 'shop', said: { product: 'laptop' } },
  { kind: 'shop', said: { quantity: 2 } },
  { kind: 'shop', said: { payment: 'card' } },
];
const MESSAGES_PER_PURCHASE = 9;

/** Number of purchases, by the approximate number of messages. */
export const purchases = { 100: 12, 1000: 112, 10000: 1_112 } as const;

export function messagesOf(count: number): number {
  return count * MESSAGES_PER_PURCHASE;
}

/** Long enough for motion to end and the address to be updated, so that samples don't overlap. */
const QUIET_MS = { reduce: 500, 'no-preference': 1_200 } as const;

export interface Stand {
  readonly browser: Browser;
  readonly page: Page;
  readonly motion: keyof typeof QUIET_MS;
}

interface RunSetting {
  readonly purchases: number;
  /** From 1. */
  readonly step: number;
  readonly motion: Stand['motion'];
  /** 4 leaves the main thread a quarter of its speed. */
  readonly slowdown: number;
}

/** URL of the page at a run with this many purchases. */
export function addressOf(
  url: string,
  { purchases: repeats, step }: Pick<RunSetting, 'purchases' | 'step'>,
): string {
  const scenario = { ...clerk.scenario, clients: [clients(purchase, { repeats })] };
  return `${url}?lang=en&step=${step}#run=${encodeRun({ scenario, commands: [] }, clerk.scenario)}`;
}

export async function openRun(browser: Browser, url: string, setting: RunSetting): Promise<Stand> {
  const { motion, slowdown } = setting;
  const page = await browser.newPage({ serviceWorkers: 'block', reducedMotion: motion });
  await page.goto(addressOf(url, setting));
  const steps = Number(await page.getByRole('slider').getAttribute('max'));
  const messages = messagesOf(setting.purchases);
  if (steps !== messages) throw new Error(`The run shows ${steps} messages; ${messages} were expected.`);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await slowDown(page, slowdown);
  return { browser, page, motion };
}

export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** @param expected Steps that all keys together advance, to detect a key without effect. */
export async function pressKeys(
  { browser, page, motion }: Stand,
  keys: readonly string[],
  expected: { readonly stepsOn: number },
): Promise<KeyWork[]> {
  const before = await shownStep(page);
  await browser.startTracing(page, { categories: [...traceCategories] });
  for (const key of keys) {
    await page.keyboard.press(key);
    // Wait in this process, so that the page has no extra work.
    await page.waitForTimeout(QUIET_MS[motion]);
  }
  const trace = await browser.stopTracing();
  const stepsOn = (await shownStep(page)) - before;
  if (stepsOn !== expected.stepsOn) throw new Error(`The keys advanced ${stepsOn} steps.`);
  return readKeyWork(trace.toString());
}
