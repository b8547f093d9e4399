/**
 * `npm run reality`: tells the stories on HAProxy, nginx, Redis and Node, and in the simulation, and fails when any
 * of them leaves its cell of tests/reality/claims.json. Words choose stories by ID; `--write` writes the file instead. It
 * says which programs are missing, and skips what needs them.
 */
import { join } from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, run } from './lib/process.mjs';

const cache = join(root, 'node_modules/.cache/reality/scripts');

await ensureInstalled();
await bundle(['tests/reality/main.ts'], cache);
process.exitCode = await run({
  program: process.execPath,
  args: [join(cache, 'main.js'), ...process.argv.slice(2)],
});
