/** Makes a fresh clone, or one that was just updated, ready to run without a step by hand. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, root, run } from './process.mjs';

const lockFile = join(root, 'package-lock.json');
/** Inside node_modules, so that it disappears with what it describes. */
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

/** Installs the locked dependencies unless exactly these are installed already. */
export async function ensureInstalled() {
  if (!isSupportedNode(process.versions.node)) {
    fail(`Statescope needs Node 20.19 or later, or 22.12 or later; this is Node ${process.versions.node}.`);
  }
  const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash) return;

  console.log('Installing the dependencies (npm ci)');
  // A surrounding "npm --silent" or NODE_ENV=production must neither hide errors nor omit the tools.
  const exitCode = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=warn', '--include=dev']);
  if (exitCode !== 0) fail('The dependencies could not be installed; npm says why above.');
  writeFileSync(stampFile, lockHash);
}

/**
 * The npm that runs this script if there is one, otherwise the one on the path.
 *
 * @param {string[]} args
 */
function npm(args) {
  const current = process.env.npm_execpath;
  if (current && basename(current) === 'npm-cli.js') return run(process.execPath, [current, ...args]);
  // On Windows npm is a command file, which only a shell can start.
  return run('npm', args, { shell: process.platform === 'win32' });
}
