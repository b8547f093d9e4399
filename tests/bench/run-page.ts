/** The page at a run of some length, as a link opens it, and keys pressed on it. */
import type { Browser, Page } from '@playwright/test';
import clerk from '../../src/lessons/clerk/lesson.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { encodeRun } from '../../src/url/run-code.ts';
import { type KeyWork, readKeyWork, traceCategories } from './main-thread.ts';
import { shownStep } from './page.ts';

/** Said by one client, over and over: three requests, and of each the way to the load balancer, the way on, the reply. */
const purchase: readonly Line[] = [
  { kind: 'shop', said: { product: 'laptop' } },
  { kind: 'shop', said: { quantity: 2 } },
  { kind: 'shop', said: { payment: 'card' } },
];
const MESSAGES_PER_PURCHASE = 9;

/** How often the client buys, by about how many messages that takes. */
export const purchases = { 100: 12, 1000: 112, 10000: 1_112 } as const;

export function messagesOf(count: number): number {
  return count * MESSAGES_PER_PURCHASE;
}

/** By then motion has ended and the address has been written: nothing of a sample is left for the next one. */
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

/** The address of the page at a run of so many purchases. */
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
  if (steps !== messages) throw new Error(`The run shows ${steps} messages instead of ${messages}.`);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await slowDown(page, slowdown);
  return { browser, page, motion };
}

export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** @param expected How many steps further the keys together lead, to notice one that did nothing. */
export async function pressKeys(
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
