/**
 * `npm test`: every check of the project, one after the other, and one line with the sum at the end.
 * `npm test -- types unit` runs only the stages named.
 */
import { readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { fail, onEndSignal, root, run, runInstalled } from './lib/process.mjs';
import { countPlaywright, countStage, countVitest, tally, tallyLine } from './lib/tally.mjs';

const vitestReport = 'reports/vitest.json';
/** Where playwright.config.ts has it written. */
const playwrightReport = 'reports/playwright.json';

/**
 * @typedef {{
 *   name: string,
 *   title: string,
 *   run: () => Promise<number>,
 *   counts?: () => import('./lib/tally.mjs').Counts | null,
 *   needs?: string,
 * }} Stage
 *   counts: reads the report of a test runner; null if there is none.
 *   needs: the stage whose result this one works on.
 */

/** @type {Stage[]} */
const stages = [
  { name: 'types', title: 'Types', run: () => runInstalled('typescript', 'tsc', ['--build']) },
  { name: 'lint', title: 'Lint', run: () => runInstalled('@biomejs/biome', 'biome', ['ci', '.']) },
  { name: 'unused', title: 'Unused code', run: () => runInstalled('knip', 'knip', []) },
  {
    name: 'unit',
    title: 'Unit and component tests',
    run: () =>
      runInstalled(
        'vitest',
        'vitest',
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
        // React has no act() in production, and Vitest keeps a NODE_ENV it finds.
        { NODE_ENV: undefined },
      ),
    counts: () => readCounts(vitestReport, countVitest),
  },
  { name: 'build', title: 'Build', run: () => run(process.execPath, ['scripts/build.mjs']) },
  {
    name: 'e2e',
    title: 'Browser tests',
    run: () => runInstalled('@playwright/test', 'playwright', ['test']),
    counts: () => readCounts(playwrightReport, countPlaywright),
    needs: 'build',
  },
];

const selected = selectStages(process.argv.slice(2));

/** @type {'SIGINT' | 'SIGTERM' | undefined} */
let endSignal;
onEndSignal((signal) => {
  endSignal = signal;
});

await ensureInstalled();
// What an earlier run left must not be counted if a runner ends before it writes its report.
for (const report of [vitestReport, playwrightReport]) rmSync(join(root, report), { force: true });

/** @type {(import('./lib/tally.mjs').StageResult & { stage: Stage, seconds: number, ran: boolean })[]} */
const results = [];
for (const stage of selected) {
  console.log(`\n=== ${stage.title} (${stage.name})`);
  const ran = !results.some((earlier) => earlier.stage.name === stage.needs && !earlier.succeeded);
  if (!ran) console.log(`Not run, because "${stage.needs}" failed.`);
  const began = performance.now();
  const exitCode = ran ? await exitCodeOf(stage) : 1;
  if (endSignal) fail('\nInterrupted.', 128 + constants.signals[endSignal]);
  results.push({
    stage,
    ran,
    succeeded: exitCode === 0,
    seconds: (performance.now() - began) / 1000,
    ...(stage.counts && { counts: ran ? stage.counts() : null }),
  });
}

console.log('\n=== Result');
for (const { stage, seconds, ran, ...result } of results) {
  const counts = countStage(result);
  const outcome = ran ? (counts.failed > 0 ? 'FAILED' : 'ok') : 'NOT RUN';
  const detail = result.counts ? `  (${tallyLine(result.counts)})` : '';
  console.log(`${stage.title.padEnd(26)}${`${seconds.toFixed(1)} s`.padStart(9)}  ${outcome}${detail}`);
}
const total = tally(results);
console.log(`\n${tallyLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * A stage that cannot even be started has failed, and the others still run and are counted.
 *
 * @param {Stage} stage
 */
async function exitCodeOf(stage) {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error);
    return 1;
  }
}

/**
 * @param {string[]} names none means all
 * @returns {Stage[]}
 */
function selectStages(names) {
  const known = stages.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) fail(`There is no stage "${unknown}". The stages are: ${known.join(', ')}.`, 2);
  if (names.length === 0) return stages;
  const needed = stages.filter(({ name }) => names.includes(name)).map(({ needs }) => needs);
  return stages.filter(({ name }) => names.includes(name) || needed.includes(name));
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => import('./lib/tally.mjs').Counts} count
 */
function readCounts(file, count) {
  try {
    return count(JSON.parse(readFileSync(join(root, file), 'utf8')));
  } catch {
    // Missing, cut short or in a shape nobody expects: all the same to the tally, which counts a failure.
    return null;
  }
}
