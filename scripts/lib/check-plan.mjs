/** What `npm run check` runs for a change, and how it says so. */
import { relatedTests } from './related-tests.mjs';
import { lint, types } from './stages.mjs';

/** Leaves some seconds of the minute for starting and for tests that are still running. */
const TESTS_END_AFTER_MS = 45_000;
/** On a busy machine the other stages may have used most of the time. */
const TESTS_MIN_MS = 15_000;
const reportFile = 'reports/related.json';

/**
 * @param {import('./changes.mjs').Changes | null} changes
 * @param {import('./related-tests.mjs').Sources} sources
 * @returns {{ summary: string, stages: import('./stage-runner.mjs').Stage[] }}
 */
export function planCheck(changes, sources) {
  const tests = relatedTests(sources, changes?.files ?? []);
  return {
    summary: summarize(changes, tests.size),
    stages: [types, lint, ...(tests.size > 0 ? [relatedTestsStage(tests)] : [])],
  };
}

/**
 * @param {import('./changes.mjs').Changes | null} changes
 * @param {number} tests
 */
function summarize(changes, tests) {
  if (changes === null) {
    return 'Checks types and lint. There is no main branch to compare with; all unit tests: npm test -- unit';
  }
  const since = `since ${changes.branch} (${changes.commit})`;
  if (changes.files.length === 0) return `Nothing has changed ${since}. Checks types and lint.`;
  const files = count(changes.files.length, 'changed file');
  if (tests === 0) return `${files} ${since}. Checks types and lint; no unit test depends on the change.`;
  return `${files} ${since}. Checks types, lint and ${count(tests, 'test file')} that the change touches.`;
}

/**
 * @param {number} number
 * @param {string} noun
 */
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * @param {ReadonlyMap<string, number>} tests
 * @returns {import('./stage-runner.mjs').Stage}
 */
function relatedTestsStage(tests) {
  return {
    name: 'related',
    title: 'Related unit tests',
    command() {
      const files = Object.fromEntries(tests);
      const budgetMs = Math.max(TESTS_MIN_MS, TESTS_END_AFTER_MS - performance.now());
      const order = JSON.stringify({ files, budgetMs, report: reportFile });
      // React has no act() in production, and Vitest keeps the NODE_ENV that it finds.
      const env = { NODE_ENV: undefined };
      return { program: process.execPath, args: ['scripts/related-tests.mjs', order], env };
    },
    report: { file: reportFile, count: ({ passed, failed, skipped }) => ({ passed, failed, skipped }), note },
  };
}

/** @param {import('../related-tests.mjs').Report} report */
function note({ filesRun, files }) {
  if (filesRun === files) return '';
  return `time for ${filesRun} of ${files} files only, nearest first; all of them: npm test -- unit`;
}
