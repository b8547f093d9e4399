/** Reads spans of OpenTelemetry traces (OTLP JSON, https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). */
import * as v from 'valibot';
import { fallback } from 'valibot';
import { readable } from './readable-items.ts';

type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export interface Span {
  readonly trace: string;
  readonly id: string;
  /** Null for the first span of a trace. */
  readonly parent: string | null;
  readonly links: readonly string[];
  readonly service: string;
  /** Of several instances of one service. */
  readonly instance: string;
  readonly name: string;
  readonly kind: SpanKind;
  /** Nanoseconds since 1970. */
  readonly startNs: bigint;
  readonly endNs: bigint;
  readonly isError: boolean;
  readonly statusMessage: string;
  readonly attributes: Attributes;
}

export type Attributes = ReadonlyMap<string, readonly string[]>;

const text = fallback(v.string(), '');
const attribute = v.object({ key: v.string(), value: v.unknown() });
const attributes = readable(attribute);
const NANOSECONDS_MAX = 2 ** 63;
/** 64-bit numbers are decimal strings in JSON. Some exporters write numbers, which are off by up to 128 ns then. */
const nanoseconds = v.pipe(
  v.union([
    v.pipe(v.string(), v.regex(/^\d{1,19}$/)),
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(NANOSECONDS_MAX)),
  ]),
  v.transform((digits) => BigInt(digits)),
);

const otlpSpan = v.object({
  traceId: v.string(),
  spanId: v.pipe(v.string(), v.minLength(1)),
  parentSpanId: text,
  name: text,
  kind: fallback(v.union([v.number(), v.string()]), 0),
  startTimeUnixNano: nanoseconds,
  /** 0 for a span that never ended. */
  endTimeUnixNano: fallback(nanoseconds, 0n),
  attributes,
  links: readable(v.object({ spanId: v.string() })),
  status: fallback(v.object({ code: fallback(v.union([v.number(), v.string()]), 0), message: text }), {
    code: 0,
    message: '',
  }),
});

const scope = v.object({ spans: fallback(v.array(v.unknown()), []) });
const resource = v.object({
  resource: fallback(v.object({ attributes }), { attributes: [] }),
  scopeSpans: fallback(v.array(scope), []),
  /** The name before OTLP 1.0. */
  instrumentationLibrarySpans: fallback(v.array(scope), []),
});
const otlpExport = v.object({ resourceSpans: v.array(v.unknown()) });

export function isOtlp(value: unknown): boolean {
  const exports = Array.isArray(value) ? value : [value];
  return exports.length > 0 && exports.some((each) => v.is(otlpExport, each));
}

/** How many spans are read between two reports. */
const SLICE = 200;

export interface ReadSpans {
  readonly spans: readonly Span[];
  readonly skipped: number;
}

/** @param exports Each one a JSON object with `resourceSpans`. Yields the part that is done. */
export function* readSpans(exports: readonly unknown[]): Generator<number, ReadSpans> {
  const spans: Span[] = [];
  let skipped = 0;
  let seen = 0;
  for (const [index, each] of exports.entries()) {
    const file = v.safeParse(otlpExport, each);
    if (!file.success) skipped += 1;
    for (const one of file.success ? file.output.resourceSpans : []) {
      const read = v.safeParse(resource, one);
      if (!read.success) {
        skipped += 1;
        continue;
      }
      const { resource: from, scopeSpans, instrumentationLibrarySpans } = read.output;
      const own = readAttributes(from.attributes);
      for (const raw of [...scopeSpans, ...instrumentationLibrarySpans].flatMap((every) => every.spans)) {
        const span = readSpan(raw, own);
        if (span === null) skipped += 1;
        else spans.push(span);
        seen += 1;
        if (seen % SLICE === 0) yield (index / exports.length) * 0.8;
      }
    }
  }
  return { spans: withEnds(withoutCopies(spans)), skipped };
}

/** Exporters repeat a span when they retry. */
function withoutCopies(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [`${span.trace} ${span.id}`, span])).values()];
}

/** A span that never ended, or ends before it starts, lasts as long as what it caused. */
function withEnds(spans: readonly Span[]): readonly Span[] {
  const lastEnds = new Map<string, bigint>();
  for (const { trace, parent, endNs } of spans) {
    const cause = `${trace} ${parent}`;
    const last = lastEnds.get(cause);
    if (last === undefined || last < endNs) lastEnds.set(cause, endNs);
  }
  return spans.map((span) => {
    if (span.endNs >= span.startNs) return span;
    const last = lastEnds.get(`${span.trace} ${span.id}`) ?? span.startNs;
    return { ...span, endNs: last > span.startNs ? last : span.startNs };
  });
}

const kinds: readonly SpanKind[] = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'];

function kindOf(kind: number | string): SpanKind {
  if (typeof kind === 'number') return kinds[kind] ?? 'internal';
  const name = kind.replace(/^SPAN_KIND_/, '').toLowerCase();
  return kinds.find((each) => each === name) ?? 'internal';
}

function readSpan(raw: unknown, own: Attributes): Span | null {
  const read = v.safeParse(otlpSpan, raw);
  if (!read.success) return null;
  const { traceId, spanId, parentSpanId, status, startTimeUnixNano, endTimeUnixNano } = read.output;
  const isRoot = parentSpanId === '' || /^0+$/.test(parentSpanId);
  return {
    trace: traceId.toLowerCase(),
    id: spanId.toLowerCase(),
    parent: isRoot ? null : parentSpanId.toLowerCase(),
    links: read.output.links.map((link) => link.spanId.toLowerCase()),
    service: first(own, 'service.name') || '?',
    instance: first(own, 'service.instance.id', 'host.name', 'k8s.pod.name', 'container.id'),
    name: read.output.name,
    kind: kindOf(read.output.kind),
    startNs: startTimeUnixNano,
    endNs: endTimeUnixNano,
    isError: status.code === 2 || status.code === 'STATUS_CODE_ERROR',
    statusMessage: status.message,
    attributes: readAttributes(read.output.attributes),
  };
}

function readAttributes(list: readonly { readonly key: string; readonly value?: unknown }[]): Attributes {
  return new Map(list.map(({ key, value }) => [key, valuesOf(value)]));
}

const anyValue = v.object({
  stringValue: v.optional(v.string()),
  intValue: v.optional(v.union([v.string(), v.number()])),
  doubleValue: v.optional(v.number()),
  boolValue: v.optional(v.boolean()),
  arrayValue: v.optional(v.object({ values: fallback(v.array(v.unknown()), []) })),
});

function valuesOf(value: unknown): readonly string[] {
  const read = v.safeParse(anyValue, value);
  if (!read.success) return [];
  const { stringValue, intValue, doubleValue, boolValue, arrayValue } = read.output;
  if (arrayValue !== undefined) return arrayValue.values.flatMap(valuesOf);
  const single = stringValue ?? intValue ?? doubleValue ?? boolValue;
  return single === undefined ? [] : [String(single)];
}

/** The value of the first of these attributes that the span has; empty without one. */
export function first(all: Attributes, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = all.get(key)?.[0];
    if (value !== undefined && value !== '') return value;
  }
  return '';
}
