/** `npm run build`: installs what is missing and builds the page, both as files for a server and as one HTML file. */
import { buildPage } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { onEndSignal } from './lib/process.mjs';

onEndSignal(() => process.exit(1));

await ensureInstalled();
await buildPage();
console.log('\nThe page is in dist/. dist/statescope.html is the same page as one file.');
