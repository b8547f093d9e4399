/** `npm run mutation`: mutation tests of the simulation and of the reading of traces. */
import { constants } from 'node:os';
import { readArguments } from './lib/arguments.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, installed, onEndSignal, run } from './lib/process.mjs';

const usage = `Changes the simulation and the reading of traces in one place at a time, runs the tests that reach it,
and lists the changes that no test noticed.

  npm run mutation                            everything: takes hours, and continues where the last run stopped
  npm run mutation -- simulation/protocols    one folder, or one file, with its own tests alone: a lower bound
  --help                                      show this text`;

const { positionals } = readArguments(usage, { allowPositionals: true });
const [part, ...others] = positionals;
if (others.length > 0) fail('Name one file or folder at most.', 2);

onEndSignal((signal) => fail('\nInterrupted.', 128 + constants.signals[signal]));
await ensureInstalled();
const args = ['run', 'stryker.config.mjs'];
const env = part === undefined ? {} : { MUTATION_PART: part };
if (part !== undefined) {
  args.push('--mutate', `src/${part}.ts,src/${part}/**/*.ts`);
  // A part's own tests kill fewer mutants than all tests, so its results are kept apart.
  args.push('--incrementalFile', `reports/mutation/${part.replaceAll(/[^\w-]/g, '_')}.json`);
}
process.exitCode = await run(installed('@stryker-mutator/core', 'stryker', args, env));
