/** The command-line options of `npm start`. */

const defaultPort = 4173;
const EVERY_INTERFACE = new Set(['0.0.0.0', '::']);

export const startUsage = `Builds Statescope and serves it on this machine.

  npm start [-- options]

  --port N       the port to listen on (default: ${defaultPort})
  --host [name]  also serve other machines, on all network interfaces or on the named one
  --help         show this text`;

/**
 * @typedef {{ host: string | true | undefined, port: number }} StartOptions
 *   host: undefined listens on this machine only, true on all network interfaces.
 * @param {readonly string[]} argv the arguments after the script's name
 * @returns {StartOptions | { help: true } | { error: string }}
 */
export function parseStartOptions(argv) {
  /** @type {StartOptions} */
  const options = { host: undefined, port: defaultPort };
  const rest = argv.flatMap(splitAtEquals);

  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const value = rest[0]?.startsWith('-') ? undefined : rest[0];
    if (argument === '--help' || argument === '-h') return { help: true };
    if (argument === '--host') {
      options.host = value === undefined || value === '' || EVERY_INTERFACE.has(value) ? true : value;
    } else if (argument === '--port') {
      const port = Number(value);
      if (!value || !/^\d+$/.test(value) || port < 1 || port > 65535) {
        return { error: `--port needs a whole number from 1 to 65535${value ? `, not "${value}"` : ''}.` };
      }
      options.port = port;
    } else if (argument.startsWith('-')) {
      return { error: `Unknown option ${argument}.` };
    } else {
      // Without the "--", npm takes an option for its own and passes on only the value.
      return {
        error: `Unknown argument "${argument}". Options follow "--", as in: npm start -- --port 4174`,
      };
    }
    if (value !== undefined) rest.shift();
  }
  return options;
}

/**
 * Splits "--port=4174" into "--port" and "4174".
 *
 * @param {string} argument
 */
function splitAtEquals(argument) {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)];
}
