/** `npm run monkey -- --minutes N --seed S`: uses the built page at random, and prints what fails with few actions. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run monkey -- --minutes N --seed S');
  process.exit(2);
}
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
