import { createServer, type IncomingMessage, request as nodeRequest } from 'node:http';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Header, HttpRequest, HttpResponse } from '../../../src/simulation/protocols/http.ts';
import { headerOf, serializeHttp } from '../../../src/simulation/protocols/http.ts';
import { bytesOnWire, serialize } from '../../../src/simulation/protocols/wire.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { crash, scenario, whenAnswered, whenArrived } from '../../support/scenario.ts';

/** Runs with every kind of HTTP message: prices, totals, payments, questions, errors, health checks. */
const events = [
  ...record(scenario(), [
    crash('server-1', whenAnswered('client/1')),
    crash('server-2', whenArrived('client/2', 100)),
  ]),
  ...record(scenario({ strategy: 'client-state' }), []),
  ...record(scenario({ servers: 1 }), [crash('server-1', whenAnswered('client/1'))]),
];
const bodies = events.flatMap((event) => (event.kind === 'message-sent' ? [event.message.body] : []));
const requests = distinct(bodies.filter((body): body is HttpRequest => body.kind === 'http-request'));
const responses = distinct(bodies.filter((body): body is HttpResponse => body.kind === 'http-response'));

function distinct<Body extends HttpRequest | HttpResponse>(messages: readonly Body[]): Body[] {
  return [...new Map(messages.map((message) => [serializeHttp(message), message])).values()];
}

/** Header fields in the flat list that Node uses. */
function raw(headers: readonly Header[]): string[] {
  return headers.flat();
}

/** What Node's server parses from a request text. */
async function readAsServer(wire: string): Promise<{ message: IncomingMessage; body: string }> {
  const [client, socket] = duplexPair();
  return new Promise((resolve, reject) => {
    const server = createServer(async (message) => resolve({ message, body: await text(message) }));
    server.on('clientError', reject);
    server.emit('connection', socket);
    client.write(wire);
  });
}

/** What Node's client parses from a response text. */
async function readAsClient(wire: string): Promise<{ message: IncomingMessage; body: string }> {
  const [client, server] = duplexPair();
  return new Promise((resolve, reject) => {
    const request = nodeRequest({ createConnection: () => client }, async (message) =>
      resolve({ message, body: await text(message) }),
    );
    request.on('error', reject);
    request.end();
    server.end(wire);
  });
}

describe('HTTP messages on the wire', () => {
  it("are parsed correctly by Node's own server", async () => {
    expect(requests.length).toBeGreaterThan(8);
    for (const { method, target, headers, body } of requests) {
      const wire = serializeHttp({ kind: 'http-request', method, target, headers, body });
      const read = await readAsServer(wire);
      expect([read.message.method, read.message.url, read.body]).toEqual([method, target, body]);
      expect(read.message.rawHeaders).toEqual(raw(headers));
    }
  });

  it("are parsed correctly by Node's own client", async () => {
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200, 422, 502, 503]));
    for (const { status, headers, body } of responses) {
      const read = await readAsClient(serializeHttp({ kind: 'http-response', status, headers, body }));
      expect([read.message.statusCode, read.body]).toEqual([status, body]);
      expect(read.message.rawHeaders).toEqual(raw(headers));
    }
  });

  it('delimit themselves, so that a connection can be kept open (RFC 9112 §6.3, §9.3)', () => {
    for (const message of [...requests.filter(({ method }) => method === 'POST'), ...responses]) {
      expect(headerOf(message, 'Content-Length'), serializeHttp(message)).toBe(
        String(Buffer.byteLength(message.body)),
      );
    }
  });
});

it('what a thief gets is what its owner would send, one line each', () => {
  const body = {
    kind: 'hand-over',
    items: [
      { kind: 'cookie', name: 'sid', value: 'abc' },
      // RFC 7617 §2: user-id, a colon, and the password.
      { kind: 'credentials', userId: 'mina', password: 'päss' },
      { kind: 'access-token', token: 'a.b.c' },
      { kind: 'refresh-token', token: 'd.e' },
    ],
  } as const;
  expect(serialize(body)).toBe('sid=abc\nmina:päss\na.b.c\nd.e\n');
  expect(bytesOnWire(body)).toBe(Buffer.byteLength(serialize(body)));
});
