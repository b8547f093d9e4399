/** `npm run soak`: simulates random clusters with random faults on all cores and checks every invariant. */
import { availableParallelism, constants } from 'node:os';
import { join } from 'node:path';
import { natural, readArguments } from './lib/arguments.mjs';
import { bundle } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, onEndSignal, root } from './lib/process.mjs';
import { printSituations } from './lib/situations.mjs';
import { soakMutants } from './lib/soak-mutants.mjs';
import { soakShare } from './lib/soak-workers.mjs';

const usage = `Simulates random clusters with random faults on all cores and checks every invariant.

  npm run soak -- [options]

  --schedules N      how many schedules (default: 200000; with --mutants 3000)
  --seed S           the seed of all schedules (default: 1)
  --only N           this schedule alone; if it fails, the output is the shortest variant found
  --mutants [words]  puts one bug at a time into the simulation, and fails if the soak misses one;
                     the words choose the bugs whose names contain them
  --help             show this text

The soak stops at the first violation and prints the command that replays it. At the end it prints how often each situation
occurred; a long soak fails if a reachable situation never did.`;

/** A shorter soak may miss a situation by chance. */
const COVERAGE_FROM = 100_000;
const PROGRESS_EVERY_MS = 5_000;

const { seed, first, end, isReplay, isOfMutants, named } = readOptions();
onEndSignal((signal) => fail('\nInterrupted.', 128 + constants.signals[signal]));

await ensureInstalled();
const cache = join(root, 'node_modules/.cache/soak');
if (isOfMutants) {
  const survivors = await soakMutants({ seed, end, cores: availableParallelism(), cache }, named);
  if (survivors.length > 0) fail(`\nNot found in ${end} schedules: ${survivors.join('; ')}.`);
  process.exit();
}
await bundle(['tests/soak/main.ts'], cache);

const total = end - first;
const workers = Math.min(availableParallelism(), total);
console.log(`${total} schedules with seed ${seed} on ${workers} cores`);
const startedMs = performance.now();
let done = 0;
const progress = setInterval(() => console.log(progressLine()), PROGRESS_EVERY_MS);
const shares = await Promise.all(
  Array.from({ length: workers }, (_, index) =>
    soak({ seed, first: first + index, step: workers, end, shrinks: true }),
  ),
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
 * @param {import('./lib/soak-workers.mjs').Share} share
 * @returns {Promise<Extract<import('../tests/soak/main.ts').Report, { kind: 'done' }>>}
 */
async function soak(share) {
  const result = await soakShare(join(cache, 'main.js'), share, (schedules) => {
    done += schedules;
  });
  return result.kind === 'violation' ? stop(result) : result;
}

/**
 * @param {Extract<import('../tests/soak/main.ts').Report, { kind: 'violation' }>} report
 * @returns {never}
 */
function stop({ number, problems, shortest }) {
  console.log(`\nThe shortest schedule found that fails like number ${number}:\n${shortest}`);
  console.log(`\n${problems.join('\n')}`);
  fail(`\nReplay it with: npm run soak -- --seed ${seed} --only ${number}`);
}

function progressLine() {
  const seconds = (performance.now() - startedMs) / 1000;
  return `${done} of ${total} schedules, ${Math.round(done / seconds)} per second`;
}

function readOptions() {
  const { values, positionals } = readArguments(usage, {
    allowPositionals: true,
    options: {
      schedules: { type: 'string' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      mutants: { type: 'boolean', default: false },
    },
  });
  const isReplay = values.only !== undefined;
  const first = isReplay ? natural('only', values.only) : 0;
  const isOfMutants = values.mutants;
  const end = isReplay
    ? first + 1
    : natural('schedules', values.schedules ?? (isOfMutants ? '3000' : '200000'), { min: 1 });
  return {
    seed: natural('seed', values.seed),
    first,
    end,
    isReplay,
    isOfMutants,
    named: positionals.join(' '),
  };
}
