/** Everything that `npm test` checks. A new check is one row here. */
import { installed } from './process.mjs';
import { countPlaywright, countVitest, skippedTests, skipReasons } from './tally.mjs';

const vitestReport = 'reports/vitest.json';

/** @type {import('./stage-runner.mjs').Stage} */
export const types = {
  name: 'types',
  title: 'Types',
  command: () => installed('typescript', 'tsc', ['--build']),
  isShort: true,
};

/** @type {import('./stage-runner.mjs').Stage} */
export const lint = {
  name: 'lint',
  title: 'Lint',
  command: () => installed('@biomejs/biome', 'biome', ['ci', '--colors=off', '.']),
  isShort: true,
};

/** @type {readonly import('./stage-runner.mjs').Stage[]} */
export const stages = [
  types,
  lint,
  { name: 'unused', title: 'Unused code', command: () => installed('knip', 'knip', []), isShort: true },
  {
    name: 'build',
    title: 'Build',
    command: () => ({ program: process.execPath, args: ['scripts/build-page.mjs'] }),
    isShort: true,
  },
  {
    name: 'unit',
    title: 'Unit and component tests',
    command: () => {
      const reporters = ['default', 'json', './scripts/reporters/vitest.mjs'];
      const args = reporters.map((each) => `--reporter=${each}`);
      // React has no act() in production, and Vitest keeps the NODE_ENV that it finds.
      const env = { NODE_ENV: undefined };
      return installed('vitest', 'vitest', ['run', ...args, `--outputFile.json=${vitestReport}`], env);
    },
    report: { file: vitestReport, count: countVitest, note: skippedTests },
  },
  {
    name: 'e2e',
    title: 'Browser tests',
    command: () => installed('@playwright/test', 'playwright', ['test']),
    // The path is set in playwright.config.ts.
    report: { file: 'reports/playwright.json', count: countPlaywright },
    needs: 'build',
  },
  {
    name: 'browsers',
    title: 'Other browsers',
    command: () =>
      installed('@playwright/test', 'playwright', ['test', '--config', 'playwright.browsers.config.ts']),
    // The path is set in playwright.browsers.config.ts.
    report: { file: 'reports/playwright-browsers.json', count: countPlaywright, note: skipReasons },
    needs: 'build',
    onRequest: true,
  },
];
