/** `npm run monkey`: uses the built page at random, and prints what fails with few actions. */
import { spawnSync } from 'node:child_process';
import { readArguments } from './lib/arguments.mjs';
import { fail } from './lib/process.mjs';

const usage = `Uses the built page at random, with checks after each action, and prints what fails with few actions.

  npm run monkey -- [options]

  --minutes N  how long (default: 5)
  --seed S     the seed of the actions (default: 1)
  --help       show this text`;

const { values } = readArguments(usage, {
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0)) fail('--minutes must be more than 0.', 2);
if (!Number.isSafeInteger(seed)) fail('--seed must be a whole number.', 2);
const env = {
  ...process.env,
  STATESCOPE_MONKEY_MINUTES: String(minutes),
  STATESCOPE_MONKEY_SEED: String(seed),
};
const playwright = [
  'node_modules/@playwright/test/cli.js',
  'test',
  'tests/e2e/monkey.spec.ts',
  '--workers=1',
];
for (const command of [['scripts/build.mjs'], playwright]) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
