/** Measures the soak: it has to find each of some deliberate bugs. */
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { mutants, mutate } from './mutants.mjs';
import { soakShare } from './soak-workers.mjs';

/**
 * Prints a table: each mutant, the invariants that reported it, and after how many schedules.
 *
 * @param {{ seed: number, end: number, cores: number, cache: string }} options `end`: schedules for each mutant at most
 * @param {string} named a part of the names of those to try
 * @returns {Promise<readonly string[]>} the mutants that survived
 */
export async function soakMutants({ seed, end, cores, cache }, named = '') {
  const tried = mutants.filter(({ name }) => name.includes(named));
  const width = Math.max(...tried.map(({ name }) => name.length));
  console.log(`\n${'mutant'.padEnd(width)}  schedules  reported by`);
  /** @type {string[]} */
  const survivors = [];
  const waiting = tried.entries();
  const work = async () => {
    for (const [index, mutant] of waiting) {
      const folder = join(cache, String(index));
      await bundle(['tests/soak/main.ts'], folder, [mutate(mutant)]);
      const share = { seed, first: 0, step: 1, end, shrinks: false };
      const result = await soakShare(join(folder, 'main.js'), share);
      const isKilled = result.kind === 'violation';
      if (!isKilled) survivors.push(mutant.name);
      const schedules = String(isKilled ? result.number + 1 : end).padStart(9);
      console.log(
        `${mutant.name.padEnd(width)}  ${schedules}  ${isKilled ? namesIn(result.problems) : 'nothing'}`,
      );
    }
  };
  await Promise.all(Array.from({ length: cores }, work));
  return survivors;
}

/**
 * A problem begins with the name of its invariant.
 *
 * @param {readonly string[]} problems
 */
function namesIn(problems) {
  return [...new Set(problems.map((problem) => problem.slice(0, problem.indexOf(':'))))].join(', ');
}
