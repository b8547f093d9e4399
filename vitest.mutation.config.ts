/**
 * Vitest for mutation testing: the tests of the mutated code, without the longest ones. A surviving mutant has to pass all
 * tests that reach it, so a minute of them would be a minute for each survivor.
 */
import { defineConfig } from 'vitest/config';

/** A file or a folder of the sources; the tests mirror them. */
const part = process.env.MUTATION_PART ?? '{simulation,trace}';

export default defineConfig({
  test: {
    environment: 'node',
    // Loading the instrumented modules for each file would take longer than the tests.
    isolate: false,
    setupFiles: ['tests/setup/mutation.ts'],
    include: [`tests/${part}.test.ts`, `tests/${part}/**/*.test.ts`],
    exclude: [
      // Hundreds of random clusters. `invariants/first-schedules.test.ts` runs fewer of them.
      'tests/simulation/invariants/random-runs.test.ts',
      // They test the checkers, with bugs of their own.
      'tests/simulation/invariants/{broken,doctored,checkers,over-tcp}.test.ts',
      // Statistics of many random numbers.
      'tests/simulation/kernel/exponential.test.ts',
      'tests/simulation/actors/server-line.test.ts',
    ],
    // The code is instrumented.
    testTimeout: 300_000,
  },
});
