/** Child processes: they start in the project root and end when this process is told to end. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * A program to run, with its arguments and what it needs on top of this process's environment. An undefined variable is
 * removed from the environment.
 *
 * @typedef {{
 *   program: string,
 *   args: readonly string[],
 *   env?: Record<string, string | undefined>,
 *   shell?: boolean,
 * }} Command
 */

/**
 * Runs a program and returns its exit code. The program gets no standard input, so it can't wait for an answer.
 *
 * @param {Command} command
 * @param {{ folder?: string, log?: string, onMessage?: (message: unknown) => void }} [options]
 *   folder: the working directory.
 *   log: a file that gets all output; without it the output goes to the terminal.
 *   onMessage: called with each value that the program passes to `process.send`.
 * @returns {Promise<number>}
 */
export function run({ program, args, env = {}, shell = false }, { folder = root, log, onMessage } = {}) {
  return new Promise((resolve) => {
    const output = log === undefined ? undefined : openLog(log);
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = ['ignore', output ?? 'inherit', output ?? 'inherit', onMessage ? 'ipc' : 'ignore'];
    const child = spawn(program, args, {
      cwd: folder,
      // A CI service makes some tools write colours, which are noise in a file.
      env: { ...process.env, ...(log !== undefined && { NO_COLOR: '1', FORCE_COLOR: undefined }), ...env },
      shell,
      stdio,
    });
    running.add(child);
    if (onMessage) child.on('message', onMessage);
    const finish = (/** @type {number} */ exitCode) => {
      if (!running.delete(child)) return;
      if (output !== undefined) closeSync(output);
      resolve(exitCode);
    };
    child.once('error', (error) => {
      const message = `${program} could not be started: ${error.message}`;
      if (output === undefined) console.error(message);
      else writeSync(output, `${message}\n`);
      finish(1);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * Both output streams append to the file, so that their lines stay in order.
 *
 * @param {string} file
 */
function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'w'));
  return openSync(file, 'a');
}

/**
 * The command that runs a program of an installed package. Node runs its file directly, because the links in
 * node_modules/.bin are shell scripts on Windows.
 *
 * @param {string} packageName
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Command}
 * @throws When the package is not installed.
 */
export function installed(packageName, program, args, env = {}) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { program: process.execPath, args: [join(folder, bin[program]), ...args], env };
}

/**
 * Calls back when this process is told to end, after it has told its child processes to end.
 *
 * @param {(signal: 'SIGINT' | 'SIGTERM') => void} callback
 */
export function onEndSignal(callback) {
  const terminate = () => {
    // SIGINT, because test runners stop their own child processes on that signal.
    for (const child of running) child.kill('SIGINT');
    callback('SIGTERM');
  };
  process.once('SIGTERM', terminate);
  // Ctrl-C needs no forwarding: the terminal signals the whole process group.
  process.once('SIGINT', () => callback('SIGINT'));

  // npm runs scripts in a shell and forwards SIGTERM only to that shell. The only sign of it here is that the parent
  // process is gone.
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
