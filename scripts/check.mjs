/** `npm run check`: types, lint, and the unit tests that the change touches, in less than a minute. */
import { readArguments } from './lib/arguments.mjs';
import { readChanges } from './lib/changes.mjs';
import { planCheck } from './lib/check-plan.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/process.mjs';
import { readSources } from './lib/related-tests.mjs';
import { runStages } from './lib/stage-runner.mjs';

readArguments(`Checks types, lint, and the unit tests that the change touches, in less than a minute.

  npm run check
  --help         show this text`);

const { summary, stages } = planCheck(readChanges(), readSources(root));
console.log(`${summary}\n`);
process.exitCode = await runStages(stages, { prepare: ensureInstalled });
