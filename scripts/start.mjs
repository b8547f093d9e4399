/** `npm start`: installs what is missing, builds the page and serves it. See startUsage for its options. */
import { buildPage } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { portObstacle } from './lib/port.mjs';
import { fail, onEndSignal, root } from './lib/process.mjs';
import { parseStartOptions, startUsage } from './lib/start-options.mjs';

const options = parseStartOptions(process.argv.slice(2));
if ('error' in options) fail(`${options.error}\n\n${startUsage}`, 2);
if ('help' in options) {
  console.log(startUsage);
  process.exit(0);
}
const { host, port } = options;

// Being told to end is how this program normally ends, at whatever point it is.
onEndSignal(() => process.exit(0));

const obstacle = await portObstacle(host, port);
if (obstacle) fail(obstacle);

await ensureInstalled();
// Only now: on a fresh clone Vite was not there before.
const { preview } = await import('vite');

try {
  await buildPage();
} catch (error) {
  fail(`Statescope could not be built. ${error instanceof Error ? error.message : error}`);
}

try {
  const server = await preview({
    root,
    preview: {
      host: host ?? 'localhost',
      port,
      strictPort: true,
      // Whoever serves all interfaces may be called by any name; the page is public and holds no secret.
      ...(host === true && { allowedHosts: true }),
    },
  });
  const { local, network } = server.resolvedUrls ?? { local: [], network: [] };
  const [first, ...others] = [...local, ...network];
  console.log(`\nStatescope is at ${first}`);
  for (const url of others) console.log(`          and at ${url}`);
  console.log('Ctrl-C ends it.');
} catch (error) {
  // Someone may have taken the port during the build. Vite has no code for it, so ask again.
  const message = error instanceof Error ? error.message : String(error);
  fail((await portObstacle(host, port)) ?? `Statescope cannot be served. ${message}`);
}
