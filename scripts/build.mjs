/** `npm run build`: installs what is missing and builds the page, as files for any server and as one file for none. */
import { buildPage } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, onEndSignal } from './lib/process.mjs';

onEndSignal(() => process.exit(1));

await ensureInstalled();
try {
  await buildPage();
} catch (error) {
  fail(`Statescope could not be built. ${error instanceof Error ? error.message : error}`);
}
