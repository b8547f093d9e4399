/** HAR files and OpenTelemetry traces for tests, built from short descriptions. */
import type { Capture, CaptureProblem } from '../../src/sequence/recorded/capture.ts';
import { readCapture } from '../../src/sequence/recorded/read-capture.ts';

export interface HarExchange {
  readonly url: string;
  /** Milliseconds after the first. */
  readonly at?: number;
  readonly takes?: number;
  readonly method?: string;
  readonly status?: number;
  readonly type?: string;
  readonly cookie?: string;
  readonly set?: readonly string[];
  readonly request?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
}

const START = Date.UTC(2026, 10, 29, 10, 0, 0);
const texts: Readonly<Record<number, string>> = { 200: 'OK', 302: 'Found', 401: 'Unauthorized', 0: '' };

/** As Chrome writes it. */
export function harOf(...exchanges: readonly HarExchange[]): string {
  const entries = exchanges.map((each, index) => {
    const {
      url,
      at = index * 100,
      takes = 50,
      method = 'GET',
      status = 200,
      type = 'fetch',
      body = '',
    } = each;
    const { cookie, set = [], request = {} } = each;
    const headers = Object.entries({ ...request, ...(cookie !== undefined && { Cookie: cookie }) });
    return {
      startedDateTime: new Date(START + at).toISOString(),
      time: takes,
      request: { method, url, httpVersion: 'h2', headers: headers.map(([name, value]) => ({ name, value })) },
      response: {
        status,
        statusText: texts[status] ?? '',
        headers: set.map((value) => ({ name: 'set-cookie', value })),
        content: { size: body.length, mimeType: 'application/json', text: body },
        redirectURL: '',
        ...each.response,
      },
      cache: {},
      timings: { send: 0, wait: takes, receive: 0 },
      _resourceType: type,
      ...each.more,
    };
  });
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'test', version: '1' }, pages: [], entries },
  });
}

export interface SpanOf {
  readonly service: string;
  readonly instance?: string;
  readonly id: string;
  readonly parent?: string;
  readonly trace?: string;
  /** 2 server, 3 client, 4 producer, 5 consumer, 1 internal. */
  readonly kind: number;
  readonly name?: string;
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly is?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly status?: { readonly code: number; readonly message?: string };
}

const NS_PER_MS = 1_000_000n;
const START_NS = BigInt(START) * NS_PER_MS;

function anyValue(value: string | number | readonly string[]): unknown {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { intValue: String(value) };
  return { arrayValue: { values: value.map(anyValue) } };
}

export function otlpOf(...spans: readonly SpanOf[]): string {
  const resourceSpans = spans.map(({ service, instance, ...span }) => ({
    resource: {
      attributes: [
        { key: 'service.name', value: { stringValue: service } },
        ...(instance === undefined ? [] : [{ key: 'service.instance.id', value: { stringValue: instance } }]),
      ],
    },
    scopeSpans: [
      {
        scope: { name: 'test' },
        spans: [
          {
            traceId: span.trace ?? '5b8efff798038103d269b633813fc60c',
            spanId: span.id,
            ...(span.parent !== undefined && { parentSpanId: span.parent }),
            name: span.name ?? span.id,
            kind: span.kind,
            startTimeUnixNano: String(START_NS + BigInt(span.from) * NS_PER_MS),
            endTimeUnixNano: String(START_NS + BigInt(span.to) * NS_PER_MS),
            attributes: Object.entries(span.is ?? {}).map(([key, value]) => ({
              key,
              value: anyValue(value),
            })),
            ...(span.status !== undefined && { status: span.status }),
          },
        ],
      },
    ],
  }));
  return JSON.stringify({ resourceSpans });
}

export function readAll(text: string): Capture | { readonly problem: CaptureProblem } {
  const reading = readCapture(text);
  let last = 0;
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return next.value;
    if (next.value < last || next.value > 1) throw new Error(`Progress went from ${last} to ${next.value}.`);
    last = next.value;
  }
}

export function captureOf(text: string): Capture {
  const read = readAll(text);
  if ('problem' in read) throw new Error(`It can't be read: ${read.problem.kind}.`);
  return read;
}
