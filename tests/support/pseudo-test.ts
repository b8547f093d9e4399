/** The stage's `test` on a build of the page that has the pseudo-locale, which the page for readers doesn't. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, expect } from './stage-test.ts';
import { serve } from './static-server.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/statescope-pseudo-locale');
/** On two slow cores that run other tests at the same time. */
const BUILD_TIMEOUT_MS = 300_000;
const OUTPUT_BYTES_MAX = 1 << 24;

/** One build for each run of the tests: a failed test starts another worker, with the same parent process. */
async function buildOnce(): Promise<void> {
  const run = String(process.ppid);
  const marker = join(folder, 'built-for-run');
  if ((await readFile(marker, 'utf8').catch(() => '')) === run) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], {
    cwd: root,
    env: { ...process.env, VITE_PSEUDO_LOCALE: '1' },
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  await writeFile(marker, run);
}

interface PseudoPage {
  readonly pseudoAddress: string;
}

export const test = base.extend<object, PseudoPage>({
  language: 'qps',
  pseudoAddress: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern.
    async ({}, use) => {
      await buildOnce();
      const server = await serve(folder, '/');
      await use(server.address);
      await server.stop();
    },
    { scope: 'worker', timeout: BUILD_TIMEOUT_MS },
  ],
  baseURL: async ({ pseudoAddress }, use) => use(pseudoAddress),
});

export { expect };
