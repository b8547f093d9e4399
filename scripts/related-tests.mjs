/**
 * Runs the given unit tests in their order until the time is up. `npm run check` starts it with a JSON argument,
 * `{ files, budgetMs, report }`, and reads its report.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { BaseSequencer, createVitest } from 'vitest/node';
import ProgressReporter from './reporters/vitest.mjs';

/** How long running tests may go on after the budget. */
const GRACE_MS = 5_000;

/**
 * @typedef {{ files: Record<string, number>, budgetMs: number, report: string }} Order
 *   files: test file to its import distance from the change.
 * @typedef {{ passed: number, failed: number, skipped: number, filesRun: number, files: number }} Report
 */

/** @type {Order} */
const { files, budgetMs, report } = JSON.parse(process.argv[2] ?? '');
const startedMs = performance.now();
const pathOf = (/** @type {string} */ file) => relative(process.cwd(), file).replaceAll('\\', '/');

/** Nearest tests first; among equals the fastest first. */
class NearestFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} specifications
   */
  async sort(specifications) {
    const slowestFirst = await super.sort(specifications);
    const distance = (/** @type {import('vitest/node').TestSpecification} */ { moduleId }) =>
      files[pathOf(moduleId)] ?? 0;
    return [...slowestFirst].reverse().sort((a, b) => distance(a) - distance(b));
  }
}

/** @type {Report} */
const counts = { passed: 0, failed: 0, skipped: 0, filesRun: 0, files: Object.keys(files).length };
let isOver = false;

/** Counts what ended before the budget did. */
class Counter extends ProgressReporter {
  /**
   * @override
   * @param {import('vitest/node').TestCase} test
   */
  onTestCaseResult(test) {
    super.onTestCaseResult(test);
    const { state } = test.result();
    if (state !== 'pending' && !(isOver && state === 'skipped')) counts[state] += 1;
  }

  /**
   * @override
   * @param {import('vitest/node').TestModule} module
   */
  onTestModuleEnd(module) {
    if (!isOver) counts.filesRun += 1;
    if (module.state() === 'failed' && ![...module.children.allTests('failed')].length) counts.failed += 1;
    super.onTestModuleEnd(module);
  }
}

const vitest = await createVitest('test', {
  watch: false,
  reporters: ['default', new Counter()],
  sequence: { sequencer: NearestFirst },
});
setTimeout(
  () => {
    isOver = true;
    void vitest.cancelCurrentRun('test-failure');
    setTimeout(finish, GRACE_MS);
  },
  budgetMs - (performance.now() - startedMs),
);
const { unhandledErrors } = await vitest.start(Object.keys(files));
counts.failed += unhandledErrors.length;
finish();

function finish() {
  writeFileSync(report, JSON.stringify(counts));
  process.exit(counts.failed > 0 ? 1 : 0);
}
