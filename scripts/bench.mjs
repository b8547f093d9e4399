/**
 * `npm run bench`: measures what DESIGN.md sets budgets for, and prints one table.
 * `npm run bench -- kernel step` measures only the parts named. Figures are judged by people: an exceeded
 * budget is no failure, only a part that could not be measured is.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { constants } from 'node:os';
import { ensureInstalled } from './lib/install.mjs';
import { fail, onEndSignal, root, run } from './lib/process.mjs';

/** As tests/bench/main.ts knows them. */
const parts = ['kernel', 'step', 'load'];
const cache = join(root, 'node_modules/.cache/bench');

/** @typedef {import('../tests/bench/row.ts').Row} Row */

const names = process.argv.slice(2);
const unknown = names.find((name) => !parts.includes(name));
if (unknown !== undefined) fail(`There is no part "${unknown}". The parts are: ${parts.join(', ')}.`, 2);

/** @type {'SIGINT' | 'SIGTERM' | undefined} */
let endSignal;
onEndSignal((signal) => {
  endSignal = signal;
});

await ensureInstalled();
await bundle();

/** @type {Row[]} */
const rows = [];
/** @type {string[]} */
const crashed = [];
for (const part of parts.filter((each) => names.length === 0 || names.includes(each))) {
  console.log(`\n=== ${part}`);
  const result = join(cache, `${part}.json`);
  rmSync(result, { force: true });
  const exitCode = await run(process.execPath, [join(cache, 'main.js'), part, result]);
  if (endSignal) fail('\nInterrupted.', 128 + constants.signals[endSignal]);
  if (exitCode === 0) rows.push(...JSON.parse(readFileSync(result, 'utf8')));
  else crashed.push(part);
}

console.log(`\n=== Result: ${availableParallelism()} cores, Node ${process.versions.node}\n`);
printTable(rows);
if (crashed.length > 0) fail(`\nNot measured, because it crashed: ${crashed.join(', ')}.`);

/** Node 20 runs no TypeScript, so the measurements are bundled first; packages stay outside the bundle. */
async function bundle() {
  // Only now: on a fresh clone Vite was not there before.
  const { build } = await import('vite');
  mkdirSync(cache, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [ownFolder],
    build: {
      outDir: cache,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: ['tests/bench/main.ts', 'tests/bench/kernel-case.ts'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}
