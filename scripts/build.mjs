/** `npm run build`: installs what is missing and builds the page, both as files for a server and as one HTML file. */
import { readArguments } from './lib/arguments.mjs';
import { buildPage } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { onEndSignal } from './lib/process.mjs';

readArguments(`Installs what is missing and builds the page into dist/, as files for a server and as one HTML file.

  npm run build
  --help         show this text`);

onEndSignal(() => process.exit(1));

await ensureInstalled();
await buildPage();
console.log('\nThe page is in dist/. dist/statescope.html is the same page as one file.');
