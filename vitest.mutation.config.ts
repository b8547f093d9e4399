/** Vitest for mutation testing: the tests of the mutated code alone, without those that run hundreds of random clusters. */
import { defineConfig } from 'vitest/config';

/** A file or a folder of the sources; the tests mirror them. */
const part = process.env.MUTATION_PART ?? '{simulation,trace}';

export default defineConfig({
  test: {
    environment: 'node',
    include: [`tests/${part}.test.ts`, `tests/${part}/**/*.test.ts`],
    // They reach almost every mutant and take a minute each; the soak's mutants measure them instead.
    exclude: ['tests/simulation/invariants/**', 'tests/trace/steps-of-everything.test.ts'],
    // The code is instrumented.
    testTimeout: 300_000,
  },
});
