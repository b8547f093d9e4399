/** Browser tests: the built page, served as `npm start` serves it, in Chromium. */
import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags, lightChromium } from './tests/support/chromium.ts';
import { supportGlob } from './tests/support/import-meta-glob.mjs';

// The tests import lessons and their words, which are found by their folders.
supportGlob();

/**
 * Unlikely to be in use, and different from the port of `npm start`, which may be running. Two checkouts that are tested
 * at the same time need two ports.
 */
const port = Number(process.env.STATESCOPE_TEST_PORT ?? 41739);
const baseURL = `http://127.0.0.1:${port}/`;

const executablePath = await lightChromium();
// Workers load this file too. They inherit the variable, so only the main process unpacks the browser.
process.env.CHROME_PATH = executablePath;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  reporter: [
    ['list'],
    ['json', { outputFile: 'reports/playwright.json' }],
    ['./scripts/reporters/playwright.mjs'],
  ],
  workers: 2,
  // A test that needs a retry shows a defect, in the page or in the test.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Long enough for two slow cores that run two browsers and the server.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    locale: 'en-US',
    // The service worker has its own tests. In all others it would only fetch the whole page again in each test.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // Actions and their results only. Screenshots and snapshots would slow down the animations under test; to get them for
    // a failed test, run it with `--trace on`.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: { executablePath, args: chromiumFlags },
      },
    },
  ],
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
