/** The server of a story on Linux: answers numbered lines over TCP and datagrams over UDP. A program of its own. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { answerTo } from '../../../src/simulation/applications/transport-line.ts';
import { SERVICE_PORT } from '../../../src/simulation/protocols/ports.ts';

/** `1 hello` becomes `1 OK hello`. */
function answer(line: string): string {
  const [number, ...words] = line.split(' ');
  return `${number} ${answerTo(words.join(' '))}`;
}

const server = createServer((socket) => {
  // A reset is how this story ends for the server; the client tells it.
  socket.on('error', () => {});
  createInterface({ input: socket }).on('line', (line) => socket.write(`${answer(line)}\n`));
});
const datagrams = createSocket('udp4');
datagrams.on('message', (data, from) => datagrams.send(answer(String(data)), from.port, from.address));
server.listen(SERVICE_PORT, () => datagrams.bind(SERVICE_PORT, () => process.send?.('listening')));
