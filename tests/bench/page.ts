/** The built page and a browser, for measurements. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { chromiumExecutable, chromiumFlags } from '../support/chromium.ts';

/**
 * Where scripts/bench.mjs builds the page, relative to the project root, which is the working directory of every
 * part.
 */
export const pageFolder = 'node_modules/.cache/bench/page';

/** Serves the page and keeps a browser open during `measure`. */
export async function withPage<Result>(
  measure: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({ executablePath: await chromiumExecutable(), args: chromiumFlags });
  const server = await preview({
    logLevel: 'warn',
    build: { outDir: pageFolder },
    // Port 0 selects a free port.
    preview: { host: '127.0.0.1', port: 0 },
  });
  try {
    const url = server.resolvedUrls?.local[0];
    if (url === undefined) throw new Error('The preview server has no address.');
    console.log(`Chromium ${browser.version()}`);
    return await measure(browser, url);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The present step, from 1. The page's only slider is the step slider. */
export async function shownStep(page: Page): Promise<number> {
  return Number(await page.getByRole('slider').inputValue());
}

/** Presses the key and waits until another step is shown. */
export async function stepWithKey(page: Page, key: string): Promise<void> {
  const before = await shownStep(page);
  await page.keyboard.press(key);
  await page.waitForFunction(
    (step) => document.querySelector<HTMLInputElement>('input[type=range]')?.valueAsNumber !== step,
    before,
  );
}
