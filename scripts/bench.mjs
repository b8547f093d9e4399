/**
 * `npm run bench`: measures speed and size, compares them with the budgets and prints one table. An exceeded budget doesn't
 * change the exit code, because it takes a person to judge it; the exit code says only whether everything was measured.
 */
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism, constants } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './lib/arguments.mjs';
import { bundle } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, onEndSignal, root, run } from './lib/process.mjs';

/** The names are those of tests/bench/main.ts. */
const benchmarks = [
  { name: 'kernel', title: 'Kernel: events per second', needsPage: false },
  { name: 'simulation', title: 'Whole simulation: requests and events per second', needsPage: false },
  { name: 'lab', title: 'Lab: a sweep on all cores, its first point, and long tasks', needsPage: true },
  { name: 'step', title: 'Step: main-thread time', needsPage: true },
  { name: 'length', title: 'Step: main-thread time by length of the run', needsPage: true },
  { name: 'crash', title: 'Crash: main-thread time', needsPage: true },
  { name: 'mermaid', title: 'Step compared with a Mermaid rendering of the same run', needsPage: true },
  { name: 'play', title: 'Loading and playing: frames and long tasks', needsPage: true },
  { name: 'load', title: 'First load: bytes, and Lighthouse', needsPage: true },
];
const cache = join(root, 'node_modules/.cache/bench');

const usage = `Measures speed and size, compares them with the budgets and prints one table.

  npm run bench                  every benchmark
  npm run bench -- kernel step   the named ones

${benchmarks.map(({ name, title }) => `  ${name.padEnd(10)}  ${title}`).join('\n')}
  --help      show this text`;

const selected = selectBenchmarks(readArguments(usage, { allowPositionals: true }).positionals);

/** @type {'SIGINT' | 'SIGTERM' | undefined} */
let endSignal;
onEndSignal((signal) => {
  endSignal = signal;
});

await ensureInstalled();
await bundle(
  [
    ...['main.ts', 'kernel-case.ts', 'simulation-case.ts', 'bare-loop.ts'].map(
      (file) => `tests/bench/${file}`,
    ),
    'scripts/lib/lab-worker.ts',
  ],
  cache,
);
if (selected.some(({ needsPage }) => needsPage)) await buildPage();

/** @type {import('../tests/bench/row.ts').Row[]} */
const rows = [];
/** @type {string[]} */
const crashed = [];
for (const { name, title } of selected) {
  if (endSignal) break;
  console.log(`\n=== ${title} (${name})`);
  const result = join(cache, `${name}.json`);
  rmSync(result, { force: true });
  // Each benchmark gets a fresh process, so that none inherits the heap or the optimised code of another.
  const exitCode = await run({ program: process.execPath, args: [join(cache, 'main.js'), name, result] });
  if (exitCode === 0) rows.push(...JSON.parse(readFileSync(result, 'utf8')));
  else crashed.push(name);
}
if (endSignal) fail('\nInterrupted.', 128 + constants.signals[endSignal]);

console.log(`\n=== Result (${availableParallelism()} cores, Node ${process.versions.node})`);
printTable(rows);
if (crashed.length > 0) fail(`\nNot measured because of an error: ${crashed.join(', ')}.`);

/**
 * @param {string[]} names none selects all
 */
function selectBenchmarks(names) {
  const known = benchmarks.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    fail(`There is no benchmark "${unknown}". The benchmarks are: ${known.join(', ')}.`, 2);
  return benchmarks.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** Builds outside of dist/, which `npm start` may be serving. */
async function buildPage() {
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn', build: { outDir: join(cache, 'page'), emptyOutDir: true } });
}

/** @param {import('../tests/bench/row.ts').Row[]} rows */
function printTable(rows) {
  const cells = rows.map(({ what, figure, budget = '', isWithin }) => [
    what,
    figure,
    budget,
    isWithin === undefined ? '' : isWithin ? 'within' : 'OVER',
  ]);
  const lines = [['what', 'figure', 'budget', ''], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    const [what = '', figure = '', budget = '', verdict = ''] = line.map((cell, column) =>
      column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    console.log(`${what}  ${figure}  ${budget}  ${verdict}`.trimEnd());
  }
}
