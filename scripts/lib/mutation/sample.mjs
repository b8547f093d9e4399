/** Measures random mutants in one process: no test runner starts anew for each, so most take milliseconds. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { root } from '../process.mjs';
import { instrument } from './instrument.mjs';

/**
 * @typedef {import('./instrument.mjs').Mutant} Mutant
 * @typedef {import('./worker.mjs').Told} Told
 * @typedef {'killed' | 'survived' | 'uncovered'} Status
 *
 * @typedef {object} Reaching a test
 * @property {string} id
 * @property {number} ms of the processor, without a mutant
 */

const FOLDERS = ['src/simulation', 'src/trace'];
const WORKER = join(import.meta.dirname, 'worker.mjs');
/** A longer test, in milliseconds of the processor, runs only for mutants that no shorter one reaches. */
const TEST_MS_MAX = 500;
const REPORT_EVERY = 20;
/** A mutant gets this much longer than its tests without it, in milliseconds of any clock. */
const PATIENCE_MS = 30_000;
const PATIENCE_FACTOR = 10;

/** @param {{ count: number, seed: number, cache: string }} options */
export async function measureSample({ count, seed, cache }) {
  const { mutants, tests } = await instrument(FOLDERS, cache);
  let worker = await startWorker(tests);
  const { reaching, failing } = await coverage(worker.child);
  if (failing.length > 0) throw new Error(`These tests fail without a mutant:\n${failing.join('\n')}`);
  // Code that runs once, while its module loads, can't be switched.
  const switchable = mutants.filter(({ id }) => reaching.has(id) || !worker.loaded.has(id));
  console.log(`${count} random mutants of ${switchable.length}, with seed ${seed}`);
  /** @type {Map<string, Record<Status, number>>} */
  const tally = new Map();
  for (const [index, mutant] of chosen(switchable, count, seed).entries()) {
    if (index > 0 && index % REPORT_EVERY === 0) console.log(`${index} of ${count}`);
    const reachingIt = reaching.get(mutant.id) ?? [];
    const tried = reachingIt.length === 0 ? null : await attempt(worker.child, mutant.id, reachingIt);
    if (tried?.isTainted) {
      worker.child.kill('SIGKILL');
      worker = await startWorker(tests);
    }
    const status = tried === null ? 'uncovered' : tried.isKilled ? 'killed' : 'survived';
    const folder = folderOf(mutant.file);
    const counts = tally.get(folder) ?? { killed: 0, survived: 0, uncovered: 0 };
    counts[status] += 1;
    tally.set(folder, counts);
    if (status !== 'killed') console.log(`${status}: ${lineOf(mutant)}`);
  }
  worker.child.kill();
  printTally(tally);
}

/** @param {string} tests the bundle's file */
async function startWorker(tests) {
  const child = fork(WORKER, [tests], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const told = await nextOf(child);
  return { child, loaded: new Set(told.kind === 'loaded' ? told.mutants : []) };
}

/** @param {import('node:child_process').ChildProcess} child */
async function coverage(child) {
  /** @type {{ id: string, ms: number, mutants: readonly number[] }[]} */
  const covered = [];
  /** @type {string[]} */
  const failing = [];
  await new Promise((resolve) => {
    child.on('message', (/** @type {Told} */ told) => {
      if (told.kind === 'all-covered') resolve(undefined);
      if (told.kind !== 'covered') return;
      if (!told.passed) failing.push(told.test);
      covered.push({ id: told.test, ms: told.ms, mutants: told.mutants });
    });
    child.send({ kind: 'cover' });
  });
  child.removeAllListeners('message');
  /** @type {Map<number, Reaching[]>} */
  const reaching = new Map();
  for (const { id, ms, mutants } of covered.sort((one, other) => one.ms - other.ms)) {
    const test = { id, ms };
    for (const mutant of mutants) {
      const tests = reaching.get(mutant);
      if (tests === undefined) reaching.set(mutant, [test]);
      else if (ms <= TEST_MS_MAX) tests.push(test);
    }
  }
  return { reaching, failing };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} mutant
 * @param {readonly Reaching[]} tests
 * @returns {Promise<{ isKilled: boolean, isTainted: boolean }>} A mutant that doesn't come to an end is killed.
 */
async function attempt(child, mutant, tests) {
  const usualMs = tests.reduce((sum, { ms }) => sum + ms, 0);
  child.send({ kind: 'try', mutant, tests: tests.map(({ id }) => id) });
  const told = await Promise.race([nextOf(child), after(PATIENCE_MS + PATIENCE_FACTOR * usualMs)]);
  child.removeAllListeners();
  if (told?.kind !== 'tried') return { isKilled: true, isTainted: true };
  return { isKilled: told.killer !== null, isTainted: told.isTainted };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Told | { kind: 'gone' }>}
 */
function nextOf(child) {
  return new Promise((resolve) => {
    child.once('message', (/** @type {Told} */ told) => resolve(told));
    child.once('exit', () => resolve({ kind: 'gone' }));
  });
}

/**
 * @param {number} ms
 * @returns {Promise<null>}
 */
function after(ms) {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}

/**
 * @param {readonly Mutant[]} mutants
 * @param {number} count
 * @param {number} seed
 */
function chosen(mutants, count, seed) {
  const random = xoroshiro128plus(seed);
  const left = [...mutants];
  /** @type {Mutant[]} */
  const taken = [];
  while (taken.length < count && left.length > 0) {
    taken.push(...left.splice(uniformInt(random, 0, left.length - 1), 1));
  }
  return taken;
}

/** @param {string} file */
function folderOf(file) {
  const [, ...parts] = file.split('/');
  return parts.slice(0, -1).slice(0, 2).join('/');
}

/** @param {Mutant} mutant */
function lineOf({ file, start, end, replacement }) {
  const line = readFileSync(join(root, file), 'utf8').split('\n')[start.line] ?? '';
  const stop = end.line === start.line ? end.column : line.length;
  const marked = `${line.slice(0, start.column)}⟦${line.slice(start.column, stop)}⟧${line.slice(stop)}`;
  return `${file}:${start.line + 1} ${marked.trim()} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 60)}`;
}

/** @param {ReadonlyMap<string, Record<Status, number>>} tally */
function printTally(tally) {
  const all = { killed: 0, survived: 0, uncovered: 0 };
  const rows = [...tally].sort(([one], [other]) => one.localeCompare(other));
  for (const [folder, counts] of rows) {
    for (const status of /** @type {const} */ (['killed', 'survived', 'uncovered']))
      all[status] += counts[status];
    console.log(`${folder.padEnd(26)} ${scoreOf(counts)}`);
  }
  console.log(`${'all'.padEnd(26)} ${scoreOf(all)}`);
}

/** @param {Record<Status, number>} counts */
function scoreOf({ killed, survived, uncovered }) {
  const count = killed + survived + uncovered;
  const percent = Math.round((100 * killed) / count);
  return `${killed} of ${count} killed (${percent} %), ${survived} survived, ${uncovered} reached by no test`;
}
