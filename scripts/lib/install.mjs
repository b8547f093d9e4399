/** Makes a fresh or just updated clone ready to run. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runLogged } from './logged-task.mjs';
import { fail, root } from './process.mjs';

const lockFile = join(root, 'package-lock.json');
/** The hash of the lock file that was installed. It lies inside node_modules, so that both are deleted together. */
const stampFile = join(root, 'node_modules', '.statescope-lock');

/**
 * The same range as "engines" in package.json.
 *
 * @param {string} version as in process.versions.node
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** Installs the dependencies of the lock file, unless they are installed already. Ends this process if it can't. */
export async function ensureInstalled() {
  if (!isSupportedNode(process.versions.node)) {
    fail(`Statescope needs Node 20.19 or later, or 22.12 or later; this is Node ${process.versions.node}.`);
  }
  const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash) return;

  // A surrounding "npm --silent" or NODE_ENV=production must not hide errors or omit the development tools. On Node 20
  // npm warns that Mermaid and its parser want Node 22; they run only in the browser, so the warnings stay in the log.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=warn', '--include=dev'];
  await runLogged('Installing dependencies', npm(args), 'reports/install.log');
  writeFileSync(stampFile, lockHash);
}

/**
 * The npm that runs this script if there is one, otherwise the one on the path.
 *
 * @param {readonly string[]} args
 * @returns {import('./process.mjs').Command}
 */
function npm(args) {
  const current = process.env.npm_execpath;
  if (current && basename(current) === 'npm-cli.js')
    return { program: process.execPath, args: [current, ...args] };
  // On Windows npm is a command file, which only a shell can start.
  return { program: 'npm', args, shell: process.platform === 'win32' };
}
