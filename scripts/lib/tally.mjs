/** Counting what `npm test` ran. Everything here is pure, so the counting is itself tested. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * The parts of the runners' JSON reports that are counted.
 * @typedef {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @typedef {{
 *   stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[],
 * }} PlaywrightReport
 *
 * succeeded: whether the stage's program ended with exit code 0.
 * counts: for a test runner what its report says, or null if it wrote none; absent for other stages.
 * @typedef {{ succeeded: boolean, counts?: Counts | null }} StageResult
 */

/**
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    let failedInFile = 0;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') failedInFile += 1;
      else counts.skipped += 1;
    }
    // A file that cannot be loaded, or whose hook fails, has failed without any failed test.
    if (file.status === 'failed' && failedInFile === 0) failedInFile = 1;
    counts.failed += failedInFile;
  }
  return counts;
}

/**
 * A test that passes only sometimes is a defect, so a flaky one counts as failed. So does every error
 * outside the tests, such as a file that cannot be loaded.
 *
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What one stage adds to the tally: a runner its tests, any other stage 1 if it failed. A runner that
 * failed without saying which test, or that ran no test at all, adds 1 as well.
 *
 * @param {StageResult} stage
 * @returns {Counts}
 */
export function countStage({ succeeded, counts }) {
  if (counts === undefined) return { passed: 0, failed: succeeded ? 0 : 1, skipped: 0 };
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const failedUnseen = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: failedUnseen ? 1 : failed, skipped };
}

/**
 * @param {readonly StageResult[]} stages
 * @returns {Counts}
 */
export function tally(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of stages) {
    const { passed, failed, skipped } = countStage(stage);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** @param {Counts} counts */
export function tallyLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
