/** Counts what `npm test` ran, from the reports of the test runners. Pure functions, so that tests can check the counts. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * The fields of the runners' JSON reports that the counts come from.
 * @typedef {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @typedef {{
 *   stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[],
 * }} PlaywrightReport
 *
 * succeeded: whether the stage's program ended with exit code 0.
 * counts: from the report of a test runner, or null if there is no report. Other stages don't have the field.
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
    // A file that can't be loaded, or whose hook fails, fails without a failed test.
    if (file.status === 'failed' && failedInFile === 0) failedInFile = 1;
    counts.failed += failedInFile;
  }
  return counts;
}

/**
 * The names of skipped tests, which say what they need.
 *
 * @param {{ testResults: { assertionResults: { status: string, title: string }[] }[] }} report
 */
export function skippedTests({ testResults }) {
  const titles = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ status, title }) => (['skipped', 'pending'].includes(status) ? [title] : []));
  return titles.length === 0 ? '' : `skipped: ${[...new Set(titles)].join('; ')}`;
}

/**
 * A flaky test is a defect, so it counts as failed. So does each error outside the tests, such as a file that can't be
 * loaded.
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
 * @typedef {{
 *   specs?: { tests: { annotations: { type: string, description?: string }[] }[] }[],
 *   suites?: PlaywrightSuite[],
 * }} PlaywrightSuite
 */

/**
 * Why tests were skipped, each reason once.
 *
 * @param {PlaywrightSuite} suite the report, or a suite in it
 */
export function skipReasons(suite) {
  return [...new Set(reasonsIn(suite))].join(' ');
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function reasonsIn({ specs = [], suites = [] }) {
  const annotations = specs.flatMap(({ tests }) => tests.flatMap((test) => test.annotations));
  const own = annotations.flatMap(({ type, description }) =>
    type === 'skip' && description ? [`${description}.`] : [],
  );
  return [...own, ...suites.flatMap(reasonsIn)];
}

/**
 * What a stage adds to the total. A test runner adds its tests, and any other stage adds one failure if it failed. A
 * runner also adds one failure if it failed without a failed test, or if no test passed.
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
