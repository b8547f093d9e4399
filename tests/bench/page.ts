/** The built page and a browser, for the parts that measure it. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { chromiumExecutable, chromiumFlags } from '../support/chromium.ts';

/** Where scripts/bench.mjs has built the page; seen from the project's root, in which every part runs. */
export const pageFolder = 'node_modules/.cache/bench/page';

/** Serves the page and keeps a browser open while `measure` works with both. */
export async function withPage<Result>(
  measure: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({ executablePath: await chromiumExecutable(), args: chromiumFlags });
  const server = await preview({
    logLevel: 'warn',
    build: { outDir: pageFolder },
    // Port 0 is any that is free.
    preview: { host: '127.0.0.1', port: 0 },
  });
  try {
    const url = server.resolvedUrls?.local[0];
    if (url === undefined) throw new Error('The page is served nowhere.');
    console.log(`Chromium ${browser.version()}`);
    return await measure(browser, url);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The step on the screen, from 1: the page's only slider is that of its steps. */
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
