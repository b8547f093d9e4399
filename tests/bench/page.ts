/** The built page in a browser, for the parts that measure it. */
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumExecutable, chromiumFlags } from '../support/chromium.ts';

/** Where scripts/bench.mjs has the page built: apart from dist, which `npm start` may be serving meanwhile. */
export const pageFolder = 'node_modules/.cache/bench/page';

/** Serves the page and starts a browser while `measure` works with them. */
export async function withPage<Result>(
  measure: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  const server = await preview({
    logLevel: 'warn',
    build: { outDir: pageFolder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const browser = await chromium.launch({ executablePath: await chromiumExecutable(), args: chromiumFlags });
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
