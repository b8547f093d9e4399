/** Builds the page into dist/, and the same page as one HTML file, dist/statescope.html. Prints what Vite prints. */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './lib/process.mjs';

await build({ root, configFile: join(root, 'vite.config.ts') });
// At the default level the plugin that inlines files prints a line for each of them.
await build({ root, configFile: join(root, 'vite.one-file.config.ts'), logLevel: 'warn' });
