/** The flows of `tests/browsers`, in every browser that is installed. docs/testing.md says how to run them. */
import { existsSync } from 'node:fs';
import { defineConfig, firefox, webkit } from '@playwright/test';
import type { BrowserChoice } from './tests/browsers/browser-test.ts';
import { supportGlob } from './tests/support/import-meta-glob.mjs';

supportGlob();

const port = Number(process.env.STATESCOPE_TEST_PORT ?? 41740);
const baseURL = `http://127.0.0.1:${port}/`;

/** Without an installed browser, the flows of these three are skipped, and say how to install it. */
const installed: Readonly<Record<string, BrowserChoice>> = {
  chromium: { kind: 'chromium' },
  firefox: { kind: 'firefox' },
  webkitgtk: { kind: 'webkitgtk' },
};

/** Downloaded by `npx playwright install firefox webkit`, so they're no projects where that hasn't been done. */
const downloaded: Readonly<Record<string, Extract<BrowserChoice, { kind: 'playwright' }>>> = {
  'playwright-firefox': { kind: 'playwright', name: 'firefox' },
  'playwright-webkit': { kind: 'playwright', name: 'webkit' },
  iphone: { kind: 'playwright', name: 'webkit', device: 'iPhone 15' },
  ipad: { kind: 'playwright', name: 'webkit', device: 'iPad (gen 7) landscape' },
};
const programs = { firefox, webkit };
const choices = {
  ...installed,
  ...Object.fromEntries(
    Object.entries(downloaded).filter(([, { name }]) => existsSync(programs[name].executablePath())),
  ),
};

export default defineConfig<object, { readonly browserChoice: BrowserChoice }>({
  testDir: 'tests/browsers',
  outputDir: 'test-results/browsers',
  reporter: [
    ['list'],
    ['json', { outputFile: 'reports/playwright-browsers.json' }],
    ['./scripts/reporters/playwright.mjs'],
  ],
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // WebKitGTK draws without a graphics card, which takes a busy machine seconds for each step.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: { baseURL },
  projects: Object.entries(choices).map(([name, browserChoice]) => ({ name, use: { browserChoice } })),
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
