/** Browser tests: the built page, served as `npm start` serves it, in the Chromium that is at hand. */
import { defineConfig, devices } from '@playwright/test';
import { chromiumExecutable, chromiumFlags } from './tests/support/chromium.ts';

/** Unlikely to be taken, and not the port of `npm start`, which may be running meanwhile. */
const port = 41739;
const baseURL = `http://127.0.0.1:${port}/`;

const executablePath = await chromiumExecutable();
// The workers load this file too. They inherit the variable, so only the main process ever unpacks.
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
  // A test that needs a second try is a defect: in the page or in the test.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // For two slow cores that run two browsers and the server at once.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    locale: 'en-US',
    // What keeps the page for times without a network has its own tests; everywhere else it would fetch all of it each time.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // What was done, and what came of it. Filming an animated page, or keeping it as it was before and after each action,
    // would slow down the very animation under test: `--trace on` does, for a test that failed.
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
