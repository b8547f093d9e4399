/** `npm run mutation`: mutation tests of the simulation and of the reading of traces. */
import { constants } from 'node:os';
import { join } from 'node:path';
import { natural, readArguments } from './lib/arguments.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, installed, onEndSignal, root, run } from './lib/process.mjs';

const usage = `Changes the simulation and the reading of traces in one place at a time, runs the tests that reach it,
and lists the changes that no test noticed.

  npm run mutation                            everything: takes hours, and continues where the last run stopped
  npm run mutation -- simulation/protocols    one folder, or one file, with its own tests alone: a lower bound
  npm run mutation -- --sample N [--seed S]   N random changes of everything, with all its tests: an estimate
  --help                                      show this text`;

const { positionals, values } = readArguments(usage, {
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const [part, ...others] = positionals;
if (others.length > 0 || (part !== undefined && values.sample !== undefined)) {
  fail('Name one file or folder, or a sample.', 2);
}

onEndSignal((signal) => fail('\nInterrupted.', 128 + constants.signals[signal]));
await ensureInstalled();
if (values.sample !== undefined) {
  const [count, seed] = [natural('sample', values.sample, { min: 1 }), natural('seed', values.seed)];
  // Imported late, because a fresh clone has no Stryker before the installation.
  const { measureSample } = await import('./lib/mutation/sample.mjs');
  await measureSample({ count, seed, cache: join(root, 'node_modules/.cache/mutation') });
  process.exit();
}
const args = ['run', 'stryker.config.mjs'];
const env = part === undefined ? {} : { MUTATION_PART: part };
if (part !== undefined) {
  args.push('--mutate', `src/${part}.ts,src/${part}/**/*.ts`);
  // A part's own tests kill fewer mutants than all tests, so its results are kept apart.
  args.push('--incrementalFile', `reports/mutation/${part.replaceAll(/[^\w-]/g, '_')}.json`);
}
process.exitCode = await run(installed('@stryker-mutator/core', 'stryker', args, env));
