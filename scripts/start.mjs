/** `npm start`: installs what is missing, builds the page and serves it. `startUsage` lists the options. */
import { buildPage } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { portObstacle } from './lib/port.mjs';
import { fail, onEndSignal, root } from './lib/process.mjs';
import { startProgress } from './lib/progress.mjs';
import { parseStartOptions, startUsage } from './lib/start-options.mjs';

const options = parseStartOptions(process.argv.slice(2));
if ('error' in options) fail(`${options.error}\n\n${startUsage}`, 2);
if ('help' in options) {
  console.log(startUsage);
  process.exit(0);
}
const { host, port } = options;

// Ctrl-C is the normal end of this program, in every stage.
onEndSignal(() => process.exit(0));

const obstacle = await portObstacle(host, port);
if (obstacle) fail(obstacle);

await ensureInstalled();
await buildPage();

const progress = startProgress('Starting the server');
try {
  // Imported late, because a fresh clone has no Vite before the installation.
  const { preview } = await import('vite');
  const server = await preview({
    root,
    logLevel: 'warn',
    preview: {
      host: host ?? 'localhost',
      port,
      strictPort: true,
      // Other machines may use any name for this one. The page is public and holds no secret.
      ...(host !== undefined && { allowedHosts: true }),
    },
  });
  progress.finish('ok');
  const { local, network } = server.resolvedUrls ?? { local: [], network: [] };
  const [first, ...others] = [...local, ...network];
  console.log(`\nStatescope is at ${first}`);
  for (const url of others) console.log(`          and at ${url}`);
  console.log('Press Ctrl-C to stop it.');
} catch (error) {
  progress.finish('FAILED');
  // Another program may have taken the port during the build. Vite has no error code for that, so check again.
  const message = error instanceof Error ? error.message : String(error);
  fail((await portObstacle(host, port)) ?? `Statescope can't be served. ${message}`);
}
