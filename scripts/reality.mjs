/** `npm run reality`: tells stories in the simulation and on real software, and compares both with what is claimed. */
import { join } from 'node:path';
import { readArguments } from './lib/arguments.mjs';
import { bundle } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, run } from './lib/process.mjs';

const usage = `Tells stories in the simulation and on real software, and fails when one of them leaves its cell of the claims.

  npm run reality -- [sets or stories] [options]

  quick      stories on HAProxy, nginx, Redis and Node: about 90 seconds, no root (the default)
  full       these, and those that take longer
  tcp        stories of Linux's TCP and UDP, in network namespaces: needs root
  <story>    the story with this ID, from tests/reality
  --write    writes what came out into the claims instead, for a person to read before it is committed
  --help     show this text

It says which programs are missing, and skips what needs them.`;

readArguments(usage, { options: { write: { type: 'boolean' } }, allowPositionals: true });

const cache = join(root, 'node_modules/.cache/reality/scripts');
await ensureInstalled();
const programs = ['main.ts', 'connections/service.ts', 'connections/talker.ts'];
await bundle(
  programs.map((file) => `tests/reality/${file}`),
  cache,
);
process.exitCode = await run({
  program: process.execPath,
  args: [join(cache, 'main.js'), ...process.argv.slice(2)],
});
