/** Starting other programs from the project root, and ending together with them. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program in the project root with its output shown, and gives its exit code.
 * It gets no standard input, so nothing can wait for an answer.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ shell?: boolean, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { shell = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running.add(child);
    child.once('error', (error) => {
      running.delete(child);
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs the program an installed package brings. Its file is started with this very Node, because
 * the links in node_modules/.bin are shell scripts on Windows.
 *
 * @param {string} packageName
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export function runInstalled(packageName, program, args, env = {}) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(process.execPath, [join(folder, bin[program]), ...args], { env });
}

/**
 * Calls back when this process is told to end, after passing that on to what it runs.
 *
 * @param {(signal: 'SIGINT' | 'SIGTERM') => void} callback
 */
export function onEndSignal(callback) {
  const terminate = () => {
    // As an interrupt, because that is the signal on which test runners stop what they started.
    for (const child of running) child.kill('SIGINT');
    callback('SIGTERM');
  };
  process.once('SIGTERM', terminate);
  // Ctrl-C reaches the running programs without our help: the terminal signals the whole group.
  process.once('SIGINT', () => callback('SIGINT'));

  // npm runs scripts in a shell, and passes SIGTERM on to this shell only. All that is seen of it
  // here is that the parent is gone.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    terminate();
  }, 500);
  watch.unref();
}

/**
 * @param {string} message
 * @param {number} [exitCode]
 * @returns {never}
 */
export function fail(message, exitCode = 1) {
  console.error(message);
  process.exit(exitCode);
}
