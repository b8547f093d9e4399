/** Reads the command-line arguments of the project's scripts. */
import { parseArgs } from 'node:util';
import { fail } from './process.mjs';

/**
 * The arguments of this process. `--help` prints the usage and exits with 0; an unknown argument prints an error and exits
 * with 2.
 *
 * @template {Omit<import('node:util').ParseArgsConfig, 'args'>} Config
 * @param {string} usage what the script does, and its arguments
 * @param {Config} [config] as for `parseArgs` of Node
 * @returns {ReturnType<typeof parseArgs<Config>>}
 */
export function readArguments(usage, config) {
  const argv = process.argv.slice(2);
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(usage);
    process.exit();
  }
  try {
    return /** @type {ReturnType<typeof parseArgs<Config>>} */ (parseArgs({ args: argv, ...config }));
  } catch (error) {
    if (!isArgumentError(error)) throw error;
    // The rest of Node's message explains how to escape an argument, which no script here needs.
    return fail(`${error.message.split('. ')[0]}.\n\n${usage}`, 2);
  }
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isArgumentError(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

/**
 * A whole number of the command line; anything else ends the process with 2.
 *
 * @param {string} name of the option, without its hyphens
 * @param {string | undefined} text
 * @param {{ min?: number, max?: number }} [bounds]
 */
export function natural(name, text, { min = 0, max = 999_999_999 } = {}) {
  const value = /^\d{1,9}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  return fail(`--${name} must be a whole number from ${min} to ${max}.`, 2);
}
