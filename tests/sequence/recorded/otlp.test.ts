import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedText } from '../../../src/locales/en/recorded-text.ts';
import { choiceAtFirst, diagramOfCapture } from '../../../src/sequence/recorded/capture-diagram.ts';
import { captureOf, otlpOf, readAll, type SpanOf } from '../../support/captures.ts';

function diagramOf(text: string) {
  const capture = captureOf(text);
  return diagramOfCapture(capture, choiceAtFirst(capture), recordedText.words);
}

/** `a -> b: text`, with `->>` for a message without an answer, `-->` for an answer, and `* ` for a note. */
function told(text: string): string[] {
  const { participants, lines } = diagramOf(text);
  const name = (id: string) => participants.find((each) => each.id === id)?.name;
  return lines.flatMap((line) => {
    if (line.kind === 'note') return [`* ${name(line.participants[0])}: ${line.text}`];
    if (line.kind !== 'message') return [];
    const arrow = line.line === 'dashed' ? '-->' : line.head === 'open' ? '->>' : '->';
    return [`${name(line.from)} ${arrow} ${name(line.to)}: ${line.text.replaceAll('\n', ' | ')}`];
  });
}

const shop: readonly SpanOf[] = [
  {
    ...{ service: 'web', id: 'a1', kind: 2, from: 0, to: 100 },
    is: {
      'http.request.method': 'GET',
      'url.path': '/cart',
      'url.query': 'user=kim',
      'http.response.status_code': 200,
    },
  },
  {
    ...{ service: 'web', id: 'a2', parent: 'a1', kind: 3, from: 10, to: 90 },
    is: { 'http.method': 'POST', 'http.url': 'http://orders:8080/orders?id=7', 'http.status_code': 503 },
  },
  {
    service: 'orders',
    id: 'b1',
    parent: 'a2',
    kind: 2,
    from: 20,
    to: 80,
    name: 'POST /orders',
    status: { code: 2 },
  },
  {
    ...{ service: 'orders', id: 'b2', parent: 'b1', kind: 3, from: 30, to: 40, name: 'SELECT' },
    is: {
      'db.system': 'postgresql',
      'db.name': 'shop',
      'db.operation': 'SELECT',
      'db.sql.table': 'orders',
      'db.statement': "SELECT * FROM orders WHERE user = 'kim'",
    },
  },
  {
    ...{ service: 'orders', id: 'b3', parent: 'b1', kind: 4, from: 50, to: 55, name: 'publish' },
    is: { 'messaging.system': 'kafka', 'messaging.destination.name': 'mail' },
  },
  {
    ...{ service: 'mailer', id: 'c1', parent: 'b3', kind: 5, from: 200, to: 210, name: 'process' },
    is: { 'messaging.system': 'kafka', 'messaging.destination.name': 'mail' },
  },
  { service: 'orders', id: 'b4', parent: 'b1', kind: 1, from: 60, to: 70, name: 'render' },
];

const expected = [
  'Caller -> web: GET /cart?user=…',
  'web -> orders: POST /orders?id=…',
  'orders -> postgresql shop: SELECT orders',
  'postgresql shop --> orders: response',
  'orders ->> mail: publish mail',
  'orders --> web: 503',
  'web --> Caller: 200',
  'mail ->> mailer: process mail',
];

describe('the diagram of a trace', () => {
  it('joins the spans of both sides, in old and new attribute names', () => {
    expect(told(otlpOf(...shop))).toEqual(expected);
    expect(diagramOf(otlpOf(...shop)).participants.map(({ shape }) => shape)).toEqual([
      ...['actor', 'participant', 'participant', 'database', 'queue', 'participant'],
    ]);
  });

  it('is the same in any order of spans, and in one or several exports', () => {
    const anyOrder = fc.shuffledSubarray([...shop], { minLength: shop.length });
    fc.assert(
      fc.property(anyOrder, fc.nat({ max: shop.length }), (spans, cut) => {
        const parts = [spans.slice(0, cut), spans.slice(cut)].map((part) => otlpOf(...part));
        expect(told(otlpOf(...spans))).toEqual(expected);
        expect(told(parts.join('\n'))).toEqual(expected);
        expect(told(`[${parts.join(',')}]`)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('shows bars while a service works', () => {
    const kinds = diagramOf(otlpOf(...shop)).lines.map((line) =>
      line.kind === 'begin-work' || line.kind === 'end-work' ? `${line.kind} ${line.participant}` : '',
    );
    expect(kinds.filter(Boolean)).toEqual([
      'begin-work service web',
      'begin-work service orders',
      'end-work service orders',
      'end-work service web',
    ]);
  });

  it('says that a parent is missing', () => {
    expect(
      told(otlpOf({ service: 'web', id: 'a', parent: 'gone', kind: 2, from: 0, to: 5, name: 'GET /' })),
    ).toEqual([
      'Not in this file -> web: GET /',
      '* Not in this file: The span that made this call isn’t in the file.',
      'web --> Not in this file: response',
    ]);
  });

  it('moves a child that starts before its parent, and says by how much', () => {
    const text = otlpOf(
      { service: 'a', id: '1', kind: 2, from: 1_000, to: 1_100 },
      { service: 'a', id: '2', parent: '1', kind: 3, from: 1_010, to: 1_090 },
      { service: 'b', id: '3', parent: '2', kind: 2, from: 10, to: 30, name: 'late' },
      {
        service: 'b',
        id: '4',
        parent: '3',
        kind: 3,
        from: 15,
        to: 20,
        name: 'inner',
        is: { 'peer.service': 'c' },
      },
    );
    // The middle of 1,010 to 1,090 for 20 ms: 1,040. The clock is 1,030 ms behind.
    expect(told(text)).toEqual([
      'Caller -> a: 1',
      'a -> b: late',
      '* b: The clock of b was 1,030 ms behind. Its spans are placed inside the call.',
      'b -> c: inner',
      'c --> b: response',
      'b --> a: response',
      'a --> Caller: response',
    ]);
    const inner = captureOf(text).calls.find(({ request }) => request.short === 'inner');
    expect(inner).toMatchObject({ startUs: 45_000, endUs: 50_000 });
  });

  it('moves a server’s span that starts after its call has ended, and says by how much', () => {
    const spans = (isError: boolean) =>
      otlpOf(
        { service: 'a', id: '1', kind: 2, from: 1_000, to: 1_100 },
        {
          ...{ service: 'a', id: '2', parent: '1', kind: 3, from: 1_010, to: 1_090, name: 'call' },
          ...(isError && { status: { code: 2 } }),
        },
        { service: 'b', id: '3', parent: '2', kind: 2, from: 5_000, to: 5_020, name: 'call' },
        { service: 'a', id: '5', parent: '1', kind: 3, from: 1_092, to: 1_098, name: 'next' },
      );
    // The middle of 1,010 to 1,090 for 20 ms is 1,040, so the clock is 3,960 ms ahead.
    expect(told(spans(false))).toContain(
      '* b: The clock of b was 3,960 ms ahead. Its spans are placed inside the call.',
    );
    // The caller can have given up before the server began.
    expect(told(spans(true)).join()).not.toContain('ahead');
  });

  it('takes times that differ by less than the exporter tells for the same', () => {
    const text = (serverMs: number) =>
      otlpOf(
        { service: 'a', id: '1', kind: 3, from: 100, to: 101, name: 'call' },
        { service: 'b', id: '2', parent: '1', kind: 2, from: serverMs, to: 101 },
      );
    expect(told(text(101)).join()).not.toContain('clock');
    // 2 ns before its call.
    expect(told(text(99).replaceAll('99000000', '99999998')).join()).not.toContain('clock');
  });

  it('leaves a message that is handled after it was sent', () => {
    const text = otlpOf(
      {
        service: 'a',
        id: '1',
        kind: 4,
        from: 0,
        to: 10,
        name: 'publish',
        is: { 'messaging.system': 'kafka' },
      },
      {
        service: 'b',
        id: '2',
        parent: '1',
        kind: 5,
        from: 900,
        to: 905,
        is: { 'messaging.system': 'kafka' },
      },
    );
    expect(told(text).join()).not.toContain('clock');
  });

  it('never places a child of another machine before its parent', () => {
    const anySpans = fc.array(
      fc.record({
        from: fc.nat(1_000),
        length: fc.nat(500),
        parent: fc.nat(10),
        service: fc.constantFrom('a', 'b', 'c'),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(anySpans, (spans) => {
        const text = otlpOf(
          ...spans.map(({ from, length, parent, service }, index) => ({
            ...{ service, id: `s${index}`, kind: 2, from, to: from + length },
            ...(index > 0 && { parent: `s${parent % spans.length}` }),
          })),
        );
        const { calls } = captureOf(text);
        expect(calls).toHaveLength(spans.length);
        for (const [index, { startUs, endUs }] of calls.entries()) {
          expect(startUs).toBeGreaterThanOrEqual(calls[index - 1]?.startUs ?? 0);
          expect(endUs ?? startUs).toBeGreaterThanOrEqual(startUs);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps instances of a service apart', () => {
    const text = otlpOf(
      { service: 'web', instance: 'one', id: '1', kind: 2, from: 0, to: 9, name: 'x' },
      { service: 'web', instance: 'two', id: '2', kind: 2, from: 10, to: 19, name: 'y' },
    );
    expect(told(text).filter((line) => line.includes('->'))).toEqual([
      ...['Caller -> web one: x', 'web one --> Caller: response'],
      ...['Caller -> web two: y', 'web two --> Caller: response'],
    ]);
  });

  it('announces each of several traces', () => {
    const text = otlpOf(
      { service: 'web', trace: 'aaaaaaaabbbb', id: '1', kind: 2, from: 0, to: 9, name: 'x' },
      { service: 'web', trace: 'ccccccccdddd', id: '1', kind: 2, from: 10, to: 19, name: 'y' },
    );
    expect(told(text).filter((line) => line.startsWith('*'))).toEqual([
      '* Caller: Trace aaaaaaaa',
      '* Caller: Trace cccccccc',
    ]);
  });

  it('reads gRPC status codes, error messages and span kinds by name', () => {
    const span = { service: 'web', id: '1', kind: 2, from: 0, to: 9 };
    const grpc = {
      'rpc.system': 'grpc',
      'rpc.service': 'Cart',
      'rpc.method': 'Get',
      'rpc.grpc.status_code': 16,
    };
    const text = otlpOf({ ...span, is: grpc, status: { code: 2, message: 'no session' } });
    const lines = ['Caller -> web: Cart/Get', 'web --> Caller: UNAUTHENTICATED no session'];
    expect(told(text)).toEqual(lines);
    expect(
      told(
        text
          .replace('"kind":2', '"kind":"SPAN_KIND_SERVER"')
          .replace('"code":2', '"code":"STATUS_CODE_ERROR"'),
      ),
    ).toEqual(lines);
  });

  it('follows cookies in captured headers', () => {
    const ask = (id: string, from: number, cookie: string, set: readonly string[]) => ({
      ...{ service: 'web', id, kind: 2, from, to: from + 5, name: id },
      is: {
        'http.request.method': 'GET',
        'url.path': '/',
        'http.request.header.cookie': [cookie],
        'http.response.header.set_cookie': set,
      },
    });
    expect(told(otlpOf(ask('1', 0, 'sid=a', ['sid=b; Path=/']), ask('2', 10, 'sid=b', [])))).toEqual([
      'Caller -> web: GET / | sends sid ①',
      'web --> Caller: response | sets sid ②',
      '* Caller: Session ID changed: sid ① → sid ②',
      'Caller -> web: GET / | sends sid ②',
      'web --> Caller: response',
    ]);
  });

  it('reads times that are numbers, spans without an end, and attributes beside bad ones', () => {
    const text = otlpOf(shop[0] as SpanOf, { ...shop[1], to: 95 } as SpanOf)
      .replace(/"(startTimeUnixNano|endTimeUnixNano)":"(\d+)"/g, '"$1":$2')
      .replace(/,"endTimeUnixNano":\d+/, '')
      .replaceAll('"attributes":[', '"attributes":[null,{"value":{}},');
    const capture = captureOf(text);
    expect(capture.skipped).toBe(0);
    expect(told(text).slice(0, 2)).toEqual([
      'Caller -> web: GET /cart?user=…',
      'web -> orders:8080: POST /orders?id=…',
    ]);
  });

  it('skips spans that can’t be read, and lines that are cut off', () => {
    const text = `${otlpOf(shop[0] as SpanOf)}\n${otlpOf(shop[1] as SpanOf).slice(0, 100)}`;
    expect(captureOf(text)).toMatchObject({ skipped: 1, calls: [{ to: 'service web' }] });
    const bad = otlpOf(shop[0] as SpanOf).replace(/"startTimeUnixNano":"\d+"/, '"startTimeUnixNano":"soon"');
    expect(readAll(bad)).toEqual({ problem: { kind: 'no-calls' } });
  });

  it('ends for spans that are each other’s parents', () => {
    const text = otlpOf(
      { service: 'a', id: '1', parent: '2', kind: 2, from: 0, to: 9 },
      { service: 'b', id: '2', parent: '1', kind: 2, from: 1, to: 8 },
    );
    expect(captureOf(text).calls).toHaveLength(2);
  });
});
