/** Checks that a server can listen on a port, before the slow stages start. */
import { lookup } from 'node:dns/promises';
import { createServer } from 'node:net';

const everyInterface = ['0.0.0.0', '::', '127.0.0.1', '::1'];

/**
 * @param {string | true | undefined} host as in StartOptions
 * @param {number} port
 * @returns {Promise<string | undefined>} one sentence that says why the server can't listen, or undefined if it can
 */
export async function portObstacle(host, port) {
  const addresses = host === true ? everyInterface : await addressesOf(host ?? 'localhost');
  if (addresses.length === 0) return `The host name ${host} can't be resolved.`;

  let usable = false;
  for (const address of addresses) {
    const code = await tryListening(address, port);
    if (code === 'EADDRINUSE') return portTaken(port);
    if (code === 'EACCES') return `You aren't allowed to use port ${port}; ${chooseAnother(port)}`;
    usable ||= code === undefined;
  }
  // One usable address is enough: many machines have no IPv6.
  return usable ? undefined : `${host ?? 'localhost'} isn't an address of this machine.`;
}

/** @param {number} port */
function portTaken(port) {
  return `Port ${port} is already in use; ${chooseAnother(port)}`;
}

/** @param {number} port */
function chooseAnother(port) {
  const another = port < 1024 || port === 65535 ? 4174 : port + 1;
  return `choose another with: npm start -- --port ${another}`;
}

/**
 * All addresses, because a browser tries "localhost" as IPv4 and as IPv6, and must not find another server's page.
 *
 * @param {string} host
 */
async function addressesOf(host) {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} the error code, or undefined if listening worked
 */
function tryListening(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
