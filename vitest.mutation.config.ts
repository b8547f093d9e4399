/** Vitest for mutation testing: the tests of the mutated code, without the longest ones. */
import { defineConfig } from 'vitest/config';
import { unusedTests } from './scripts/lib/mutation/tests.mjs';

/** A file or a folder of the sources; the tests mirror them. */
const part = process.env.MUTATION_PART ?? '{simulation,trace}';

export default defineConfig({
  test: {
    environment: 'node',
    // Loading the instrumented modules for each file would take longer than the tests.
    isolate: false,
    setupFiles: ['tests/setup/mutation.ts'],
    include: [`tests/${part}.test.ts`, `tests/${part}/**/*.test.ts`],
    exclude: unusedTests,
    // The code is instrumented.
    testTimeout: 300_000,
  },
});
