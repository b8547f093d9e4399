import { expect, it } from 'vitest';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import type { HttpRequest, HttpResponse } from '../../src/simulation/protocols/http.ts';
import type { WireBody } from '../../src/simulation/protocols/wire.ts';
import type { MemoryChange } from '../../src/trace/snapshots.ts';
import type { MessageStep, Step } from '../../src/trace/steps.ts';
import { stepTexts } from './trace-text.ts';
import { itemLine, wireLine } from './wire-line.ts';

const moment = { request: 'client/1', at: 'sent', offsetUs: 0 } as const;
const sid = '0123456789abcdef0123456789abcdef';
const ask: HttpRequest = {
  kind: 'http-request',
  method: 'POST',
  target: '/shop',
  headers: [
    ['Host', 'shop.example'],
    ['Cookie', `sid=${sid}`],
    ['Content-Type', 'application/json'],
  ],
  body: '{"product":"laptop"}',
};
const answer: HttpResponse = {
  kind: 'http-response',
  status: 422,
  headers: [
    ['X-Served-By', 'server-1'],
    ['Set-Cookie', 'sid=; Path=/; Max-Age=0'],
  ],
  body: '{"error":"incomplete"}',
};
const session = (version: number): MemoryItem => ({
  kind: 'session',
  session: { id: sid, data: {}, createdUs: 5, lastSeenUs: 5, version },
});

/** A step's content, its time, and its changes. */
type Shown = readonly [atUs: number, content: Content<Step>, changes?: readonly Unsigned<MemoryChange>[]];
type Content<Each> = Each extends unknown
  ? Omit<Each, 'key' | 'lastEvent' | 'start' | 'event' | 'moment' | 'landmark'>
  : never;
type Unsigned<Each> = Each extends unknown ? Omit<Each, 'request'> : never;

function textOf(...shown: readonly Shown[]): string {
  const frame = { key: '', moment, landmark: moment };
  return stepTexts({
    events: shown.map(([atUs], id) => {
      return { id, atUs, cause: null, background: false, kind: 'run-ended', reason: 'finished' };
    }),
    steps: shown.map(([, content], event) => ({
      ...content,
      ...frame,
      start: event,
      event,
      lastEvent: event,
    })),
    states: shown.map(([, , changes = []]) => {
      return { snapshot: new Map(), cuts: [], changes: changes.map((each) => ({ ...each, request: null })) };
    }),
  }).join('\n');
}

function message(path: string, body: WireBody, given: Partial<MessageStep> = {}): Content<MessageStep> {
  const [from = '', to = ''] = path.split(' ');
  const role = body.kind === 'http-response' ? 'reply' : 'request';
  const request = 'client/1';
  const sent = { id: 1, from, to, role, exchange: 1, request, body } as const;
  return {
    kind: 'message',
    request,
    from,
    to,
    message: sent,
    fate: { kind: 'delivered' },
    isLate: false,
    ...given,
  };
}

it('writes a line per step with its time, its ends and its message', () => {
  const text = textOf(
    [1_000, message('client load-balancer', ask)],
    [1_500, message('load-balancer server-1', ask)],
    [12_345_678, message('server-1 client', answer)],
  );
  expect(text).toBe(
    [
      '     1.000 ms client/1 client -> load-balancer POST /shop {"product":"laptop"} [Cookie: sid=012345…]',
      '     1.500 ms client/1 load-balancer -> server-1 (same)',
      ' 12345.678 ms client/1 server-1 --> client 422 {"error":"incomplete"} [Set-Cookie: sid=; Path=/; Max-Age=0]',
    ].join('\n'),
  );
});

it('writes why a message was not delivered in time', () => {
  const copies: WireBody = { kind: 'sessions-wanted' };
  const text = textOf(
    [0, message('client server-1', ask, { fate: { kind: 'lost', why: 'dropped' } })],
    [1, message('server-1 server-2', copies, { request: null, fate: { kind: 'refused' } })],
    [2, message('server-1 client', answer, { fate: { kind: 'lost', why: 'link-cut' } })],
    [3, message('server-1 client', answer, { isLate: true, request: 'client-2/1' })],
  );
  expect(text).toBe(
    [
      '     0.000 ms client/1 client -x (dropped) server-1 POST /shop {"product":"laptop"} [Cookie: sid=012345…]',
      '     0.001 ms server-1 -x (refused) server-2 SEND ALL',
      '     0.002 ms client/1 server-1 --x (link-cut) client 422 {"error":"incomplete"} [Set-Cookie: sid=; Path=/; Max-Age=0]',
      '     0.003 ms client-2/1 server-1 --> (late) client 422 {"error":"incomplete"} [Set-Cookie: sid=; Path=/; Max-Age=0]',
    ].join('\n'),
  );
});

it('writes commands, occurrences and each change of memory', () => {
  const drop = { kind: 'drop', from: null, to: 'server-1', moment } as const;
  const tell = { kind: 'instruct', nodes: ['client'], instruction: { kind: 'flush' }, moment } as const;
  const gaveUp = { kind: 'gave-up', node: 'client', request: 'client/1', why: 'timed-out' } as const;
  const text = textOf(
    [0, { kind: 'command', index: 0, command: drop, result: 'done' }],
    [
      1_000,
      { kind: 'command', index: 1, command: tell, result: 'no-such-node' },
      [
        { kind: 'remembered', node: 'server-1', item: session(1), before: null },
        { kind: 'remembered', node: 'server-1', item: session(2), before: session(1) },
        { kind: 'forgot', node: 'load-balancer', item: { kind: 'server-down', server: 'server-2' } },
        { kind: 'lost', node: 'server-2', item: { kind: 'tcp-listener', port: 80 } },
        { kind: 'missed', node: 'server-2', key: sid },
      ],
    ],
    [2_000, { kind: 'occurrence', occurrence: gaveUp }],
  );
  expect(text).toBe(
    [
      '     0.000 ms ! drop null server-1: done',
      '     1.000 ms ! instruct ["client"] {"kind":"flush"}: no-such-node',
      '              + server-1 session {"id":"012345…","data":{},"createdUs":5,"lastSeenUs":5,"version":1}',
      '              ~ server-1 session {"id":"012345…","data":{},"createdUs":5,"lastSeenUs":5,"version":2}',
      '              - load-balancer server-down server-2',
      '              x server-2 tcp-listener 80',
      '              ? server-2 012345…',
      '     2.000 ms * gave-up client client/1 timed-out',
    ].join('\n'),
  );
});

it.each<[WireBody, string]>([
  [{ kind: 'store-command', name: 'GET', key: 'session:a' }, 'GET session:a'],
  [{ kind: 'store-reply', reply: 'value', value: null }, '(nil)'],
  [{ kind: 'udp-datagram', sourcePort: 7, destinationPort: 80, data: 'one\n' }, '7 > 80 "one\\n"'],
  [
    {
      kind: 'tcp-segment',
      sourcePort: 7,
      destinationPort: 80,
      seq: 101,
      ack: 301,
      control: ['PSH'],
      data: 'GET /me HTTP/1.1\r\nHost: shop.example\r\n\r\n',
    },
    // The request line has 18 bytes, the header 20, and the empty line 2.
    '<SEQ=101><ACK=301><DATA=40><CTL=PSH,ACK> GET /me',
  ],
  [{ kind: 'price-row', product: 'laptop', unitPriceWon: 3_000 }, 'unit_price_won 3000'],
])('writes a message in the notation of its protocol: %j', (body, line) => {
  expect(wireLine(body)).toBe(line);
});

it('distinguishes a tampered token from the original with the same signature', () => {
  // `{"alg":"none"}`, `{"sub":"jun"}` and `{"sub":"joe"}` in base64url; digests from sha256sum.
  const token = (claims: string): MemoryItem => ({
    kind: 'access-token',
    token: `eyJhbGciOiJub25lIn0.${claims}.AAAA`,
  });
  const [jun, joe] = ['eyJzdWIiOiJqdW4ifQ', 'eyJzdWIiOiJqb2UifQ'];
  expect(itemLine(token(jun))).toBe('access-token jwt:21547b {"alg":"none"} {"sub":"jun"}');
  expect(itemLine(token(joe))).toBe('access-token jwt:094a2e {"alg":"none"} {"sub":"joe"}');
});
