import { unmutated } from './scripts/lib/mutation/tests.mjs';

/**
 * Mutation testing: changes the simulation and the reading of traces in one place at a time, and runs the tests that
 * reach it. `npm run mutation` starts it; docs/testing.md has the figures.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: ['src/{simulation,trace}/**/*.ts', ...unmutated.map((file) => `!${file}`)],
  // Code that runs once while a module loads can't be switched mutant by mutant: each would need a process of its own.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['clear-text', 'json', 'html'],
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true },
  // Stryker would rewrite the paths in it with an interface that TypeScript 7 doesn't have. Vitest needs none.
  tsconfigFile: 'none.json',
  tempDirName: 'reports/mutation/sandbox',
  ignorePatterns: ['dist', 'docs', 'public', 'src/features', 'src/app', 'tests/e2e', 'test-results'],
  concurrency: 1,
  dryRunTimeoutMinutes: 60,
  timeoutFactor: 4,
  timeoutMS: 20_000,
};
