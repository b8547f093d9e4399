/** Which files mutation tests change, and which tests they run. */

/** They only re-export values under names that aren't identifiers, which Stryker can't read. */
export const unmutated = [
  'src/simulation/strategies/behaviours.ts',
  'src/simulation/strategies/descriptors.ts',
];

/**
 * A surviving mutant has to pass every test that reaches it, so a minute of tests would be a minute for each survivor.
 */
export const unusedTests = [
  // Hundreds of random clusters. `invariants/first-schedules.test.ts` runs fewer of them.
  'tests/simulation/invariants/random-runs.test.ts',
  // They test the checkers, with bugs of their own.
  'tests/simulation/invariants/broken.test.ts',
  'tests/simulation/invariants/doctored.test.ts',
  'tests/simulation/invariants/checkers.test.ts',
  'tests/simulation/invariants/over-tcp.test.ts',
  // Statistics of many random numbers.
  'tests/simulation/kernel/exponential.test.ts',
  'tests/simulation/actors/server-line.test.ts',
];
