/**
 * `npm run soak -- --schedules 200000 --seed 1`: simulates random clusters with random faults on all cores and checks
 * every invariant. It stops at the first violation and prints the command that replays it. At the end it prints how often
 * each situation occurred; a long soak fails if a reachable situation never did.
 * `npm run soak -- --seed 1 --only 4711` runs that schedule alone; if it fails, the output is the shortest variant.
 */
import { availableParallelism, constants } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundle } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, onEndSignal, root } from './lib/process.mjs';
import { printSituations } from './lib/situations.mjs';

/** A shorter soak may miss a situation by chance. */
const COVERAGE_FROM = 100_000;
const PROGRESS_EVERY_MS = 5_000;

const { seed, first, end, isReplay } = readOptions();
onEndSignal((signal) => fail('\nInterrupted.', 128 + constants.signals[signal]));

await ensureInstalled();
const cache = join(root, 'node_modules/.cache/soak');
await bundle(['tests/soak/main.ts'], cache);

const total = end - first;
const workers = Math.min(availableParallelism(), total);
console.log(`${total} schedules with seed ${seed} on ${workers} cores`);
const startedMs = performance.now();
let done = 0;
const progress = setInterval(() => console.log(progressLine()), PROGRESS_EVERY_MS);
const shares = await Promise.all(
  Array.from({ length: workers }, (_, index) => soak({ seed, first: first + index, step: workers, end })),
);
clearInterval(progress);
console.log(progressLine());

/** @type {Map<string, number>} */
const counts = new Map();
for (const [cell, times] of shares.flatMap(({ situations }) => situations)) {
  counts.set(cell, (counts.get(cell) ?? 0) + times);
}
const missing = printSituations(counts, shares[0]?.expected ?? []);
if (isReplay) console.log('\nThis schedule violates no invariant.');
else if (missing.length > 0 && total >= COVERAGE_FROM) {
  fail(`\nReachable situations that never occurred:\n${missing.join('\n')}`);
} else console.log(`\nEvery invariant held in ${total} schedules with seed ${seed}.`);

/**
 * @param {import('../tests/soak/main.ts').Share} share
 * @returns {Promise<Extract<import('../tests/soak/main.ts').Report, { kind: 'done' }>>}
 */
function soak(share) {
  return new Promise((resolve) => {
    const worker = new Worker(join(cache, 'main.js'), { workerData: share });
    worker.on('error', (error) => fail(`\nA worker thread failed: ${error.stack}`));
    worker.on('message', (/** @type {import('../tests/soak/main.ts').Report} */ report) => {
      if (report.kind === 'progress') done += report.done;
      else if (report.kind === 'done') resolve(report);
      else stop(report);
    });
  });
}

/** @param {Extract<import('../tests/soak/main.ts').Report, { kind: 'violation' }>} report */
function stop({ number, problems, shortest }) {
  console.log(`\nThe shortest schedule that fails like number ${number}:\n${shortest}`);
  console.log(`\n${problems.join('\n')}`);
  fail(`\nReplay it with: npm run soak -- --seed ${seed} --only ${number}`);
}

function progressLine() {
  const seconds = (performance.now() - startedMs) / 1000;
  return `${done} of ${total} schedules, ${Math.round(done / seconds)} per second`;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '200000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const isReplay = values.only !== undefined;
  const first = isReplay ? natural('only', values.only) : 0;
  const end = isReplay ? first + 1 : natural('schedules', values.schedules);
  if (end === 0) fail('--schedules must be 1 or more.', 2);
  return { seed: natural('seed', values.seed), first, end, isReplay };
}

/**
 * @param {string} name
 * @param {string | undefined} text
 */
function natural(name, text) {
  if (text === undefined || !/^\d{1,9}$/.test(text))
    fail(`--${name} must be a whole number up to 999999999.`, 2);
  return Number(text);
}
