/** `npm test`: every check of the project, and the total on the last line. */
import { readArguments } from './lib/arguments.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail } from './lib/process.mjs';
import { runStages, selectStages } from './lib/stage-runner.mjs';
import { stages } from './lib/stages.mjs';

const usage = `Runs the checks of the project and prints the total on the last line.

  npm test                  every stage but those on request
  npm test -- types unit    the named stages, and those that they need
  npm test -- all           every stage

${stages.map(({ name, title, onRequest }) => `  ${name.padEnd(10)}  ${title}${onRequest ? ' (on request)' : ''}`).join('\n')}
  --help      show this text`;

const { positionals } = readArguments(usage, { allowPositionals: true });
const selection = selectStages(stages, positionals);
if ('error' in selection) fail(selection.error, 2);

process.exitCode = await runStages(selection.selected, { prepare: ensureInstalled });
