/** Random places for mutation testing: all of them would take days on one machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { root } from './process.mjs';

/** They only re-export values under names that aren't identifiers, which Stryker can't read. */
export const unmutated = [
  'src/simulation/strategies/behaviours.ts',
  'src/simulation/strategies/descriptors.ts',
];

const quiet = () => {};
/** @type {ConstructorParameters<typeof Instrumenter>[0]} */
const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: quiet,
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
};

/**
 * @param {readonly string[]} folders of the sources, relative to the project's root
 * @param {{ places: number, seed: number }} sample
 * @returns {Promise<{ ranges: string[], all: number }>}
 *   ranges: as Stryker's `--mutate` takes them, each with the mutants in it.
 *   all: how many mutants the sources have.
 */
export async function sampledRanges(folders, { places, seed }) {
  const files = folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((name) => !unmutated.includes(relative(root, name)))
    .sort()
    .map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { plugins: null, ignorers: [], excludedMutations: [], noHeader: true };
  const { mutants } = await new Instrumenter(silent).instrument(files, options);
  const ranges = mutants.map(({ fileName, location: { start, end } }) => {
    const from = `${start.line + 1}:${start.column}`;
    return `${relative(root, fileName)}:${from}-${end.line + 1}:${end.column}`;
  });
  return { ranges: chosen(ranges, places, seed), all: mutants.length };
}

/**
 * @param {readonly string[]} ranges
 * @param {number} count
 * @param {number} seed
 */
function chosen(ranges, count, seed) {
  const random = xoroshiro128plus(seed);
  const left = [...new Set(ranges)];
  /** @type {string[]} */
  const taken = [];
  while (taken.length < count && left.length > 0) {
    taken.push(...left.splice(uniformInt(random, 0, left.length - 1), 1));
  }
  return taken;
}
