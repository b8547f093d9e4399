/**
 * The client of a story on Linux, a program of its own: performs each line that it is sent, and sends back what the
 * operating system told it. Its conduct is that of the simulated client.
 */
import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import type { TransportLine } from '../../../src/simulation/applications/transport-line.ts';
import type { Outcome } from '../../../src/simulation/kernel/actor.ts';
import { SERVICE_PORT } from '../../../src/simulation/protocols/ports.ts';
import { standardRetrySettings } from '../../../src/simulation/protocols/udp/retry-client.ts';
import { SERVER_ADDRESS } from './addresses.ts';
import { PATIENCE_MS } from './connection-story.ts';

const ACKNOWLEDGED_POLL_MS = 20;

/** The line that is being performed. */
interface Pending {
  readonly kind: TransportLine['kind'];
  readonly settle: (outcome: Outcome) => void;
}

let pending: Pending | null = null;
let requests = 0;
let connection: Socket | null = null;
let datagrams: DatagramSocket | null = null;

process.on('message', async ({ transport, line }: { transport: 'tcp' | 'udp'; line: TransportLine }) => {
  process.send?.(await perform(transport, line));
});

function perform(transport: 'tcp' | 'udp', line: TransportLine): Promise<Outcome> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => {
      giveUp();
      settle('timed-out');
    }, PATIENCE_MS);
    const settle = (outcome: Outcome) => {
      clearTimeout(patience);
      pending = null;
      resolve(outcome);
    };
    pending = { kind: line.kind, settle };
    if (transport === 'tcp') sayOverTcp(line);
    else sayOverUdp(line);
  });
}

function sayOverTcp(line: TransportLine): void {
  if (line.kind === 'open') {
    if (connection === null) connect();
    else pending?.settle('answered');
    return;
  }
  // Without a connection nothing can be sent.
  if (connection === null) {
    pending?.settle('refused');
    return;
  }
  switch (line.kind) {
    case 'send':
      connection.write(`0 ${line.text}\n`);
      settleOnceAcknowledged(connection);
      return;
    case 'request':
      requests += 1;
      connection.write(`${requests} ${line.text}\n`);
      return;
    case 'close':
      connection.end();
      return;
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}

function connect(): void {
  const opened = createConnection({ host: SERVER_ADDRESS, port: SERVICE_PORT, noDelay: true });
  connection = opened;
  let partial = '';
  opened.on('connect', () => settleIf('open', 'answered'));
  opened.on('data', (data) => {
    const lines = `${partial}${data}`.split('\n');
    partial = lines.pop() ?? '';
    if (lines.some((line) => line.startsWith(`${requests} `))) settleIf('request', 'answered');
  });
  opened.on('error', (error) => {
    if (connection !== opened) return;
    connection = null;
    pending?.settle(outcomeOf(error));
  });
  opened.on('close', () => {
    if (connection !== opened) return;
    connection = null;
    // Its server has closed it, unless the line did.
    pending?.settle(pending.kind === 'close' ? 'answered' : 'failed');
  });
}

function settleIf(kind: TransportLine['kind'], outcome: Outcome): void {
  if (pending?.kind === kind) pending.settle(outcome);
}

/** Linux tells a program nothing of acknowledgments, but lists how much of each connection waits for them. */
function settleOnceAcknowledged(socket: Socket): void {
  const mine = pending;
  const port = socket.localPort?.toString(16).padStart(4, '0').toUpperCase();
  const poll = setInterval(() => {
    const row = readFileSync('/proc/self/net/tcp', 'utf8')
      .split('\n')
      .find((each) => new RegExp(`^ *\\d+: [\\dA-F]{8}:${port} `).test(each));
    const isAcknowledged = row !== undefined && / 00000000:[\dA-F]{8} /.test(row);
    if (pending === mine && !isAcknowledged) return;
    clearInterval(poll);
    if (pending === mine) mine?.settle('answered');
  }, ACKNOWLEDGED_POLL_MS);
}

/** Sent again as RFC 8085 §3.1.1 advises, like the simulated client's. */
function sayOverUdp(line: TransportLine): void {
  if (line.kind !== 'request') {
    pending?.settle('answered');
    return;
  }
  if (datagrams === null) {
    datagrams = createSocket('udp4');
    datagrams.on('message', (data) => {
      if (String(data).startsWith(`${requests} `)) settleIf('request', 'answered');
    });
    // Only a connected socket is told of an ICMP message.
    datagrams.on('error', (error) => pending?.settle(outcomeOf(error)));
    datagrams.connect(SERVICE_PORT, SERVER_ADDRESS, () => sendAgainAndAgain(line.text));
  } else sendAgainAndAgain(line.text);
}

function sendAgainAndAgain(text: string): void {
  const mine = pending;
  requests += 1;
  const data = `${requests} ${text}`;
  const { timeoutUs, attemptsMax } = standardRetrySettings;
  const send = (attempt: number) => {
    if (pending !== mine || attempt === attemptsMax) return;
    datagrams?.send(data);
    setTimeout(() => send(attempt + 1), (timeoutUs / 1_000) * 2 ** attempt);
  };
  send(0);
}

function giveUp(): void {
  connection?.resetAndDestroy();
  connection = null;
}

function outcomeOf(error: NodeJS.ErrnoException): Outcome {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'failed';
    case 'ETIMEDOUT':
      return 'timed-out';
    default:
      throw error;
  }
}
