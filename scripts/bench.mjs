/**
 * `npm run bench`: measures speed and size against their budgets, and prints one table.
 * `npm run bench -- kernel step` measures only the parts named. A budget exceeded is for people to judge; the
 * exit code tells only whether everything could be measured.
 */
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism, constants } from 'node:os';
import { join } from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, onEndSignal, root, run } from './lib/process.mjs';

/** As tests/bench/main.ts knows them. */
const parts = [
  { name: 'kernel', title: 'Events per second of the kernel', needsPage: false },
  { name: 'simulation', title: 'Requests and events per second of the whole simulation', needsPage: false },
  { name: 'step', title: 'Main-thread time of a step', needsPage: true },
  { name: 'length', title: 'The same in runs of other lengths', needsPage: true },
  { name: 'crash', title: 'Main-thread time of a crash', needsPage: true },
  { name: 'mermaid', title: 'A step against Mermaid’s drawing of the same run', needsPage: true },
  { name: 'play', title: 'Frames and long tasks while loading and playing', needsPage: true },
  { name: 'load', title: 'Bytes of the first load', needsPage: true },
];
const cache = join(root, 'node_modules/.cache/bench');

const selected = selectParts(process.argv.slice(2));

/** @type {'SIGINT' | 'SIGTERM' | undefined} */
let endSignal;
onEndSignal((signal) => {
  endSignal = signal;
});

await ensureInstalled();
await bundle(
  ['main.ts', 'kernel-case.ts', 'simulation-case.ts'].map((file) => `tests/bench/${file}`),
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
  // A process of its own: no part works on a heap, or with code, that another one has left behind.
  const exitCode = await run({ program: process.execPath, args: [join(cache, 'main.js'), name, result] });
  if (exitCode === 0) rows.push(...JSON.parse(readFileSync(result, 'utf8')));
  else crashed.push(name);
}
if (endSignal) fail('\nInterrupted.', 128 + constants.signals[endSignal]);

console.log(`\n=== Result (${availableParallelism()} cores, Node ${process.versions.node})`);
printTable(rows);
if (crashed.length > 0) fail(`\nNot measured, because of an error: ${crashed.join(', ')}.`);

/**
 * @param {string[]} names none means all
 */
function selectParts(names) {
  const known = parts.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) fail(`There is no part "${unknown}". The parts are: ${known.join(', ')}.`, 2);
  return parts.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** Not into dist, which `npm start` may be serving meanwhile. */
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
