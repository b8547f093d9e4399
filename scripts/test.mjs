/**
 * `npm test`: every check of the project, one after another, and the total on the last line.
 * `npm test -- types unit` runs only the named stages.
 */
import { ensureInstalled } from './lib/install.mjs';
import { fail } from './lib/process.mjs';
import { runStages, selectStages } from './lib/stage-runner.mjs';
import { stages } from './lib/stages.mjs';

const selection = selectStages(stages, process.argv.slice(2));
if ('error' in selection) fail(selection.error, 2);

process.exitCode = await runStages(selection.selected, { prepare: ensureInstalled });
