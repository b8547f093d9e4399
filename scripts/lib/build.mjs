/** Builds all that is given away: the page in dist/, and the same page in one file, dist/statescope.html. */
import { join } from 'node:path';
import { root } from './process.mjs';

/** @throws When Vite cannot build it. */
export async function buildPage() {
  // Only now: on a fresh clone Vite was not there before.
  const { build } = await import('vite');
  await build({ root, configFile: join(root, 'vite.config.ts') });
  // The plugin that makes one file tells of each part that it puts in.
  await build({ root, configFile: join(root, 'vite.one-file.config.ts'), logLevel: 'warn' });
}
