/** Makes calls from the spans of OpenTelemetry traces: a client's and its server's span are one message and its answer. */
import { readAddress } from './addresses.ts';
import type { Answer, Call, Capture, CaptureParticipant, Mark } from './capture.ts';
import { CredentialTracker } from './credential-tracker.ts';
import { readSpans, type Span } from './otlp-spans.ts';
import { type PlacedSpan, placeSpans } from './otlp-tree.ts';
import { destinationOf, headersIn, kindOfCall, peerOf, requestWords, statusOf } from './otlp-words.ts';

const CALLER = 'caller';
const MISSING = 'missing';
const NS_PER_US = 1_000n;

/** @param exports Objects with `resourceSpans`. Yields the part that is done. */
export function* readOtlp(exports: readonly unknown[]): Generator<number, Capture> {
  const { spans, skipped } = yield* readSpans(exports);
  const reader = new OtlpReader(spans);
  const calls = reader.calls();
  yield 0.9;
  const tracker = new CredentialTracker();
  const observed = observe(calls, tracker);
  const [root] = calls;
  return {
    source: 'otlp',
    title: root === undefined ? '' : root.call.request.short,
    participants: reader.participants(observed),
    calls: observed,
    skipped,
    hasCredentials: !tracker.isEmpty,
  };
}

/** A call, and the spans in whose attributes its headers can be. */
interface Traced {
  readonly call: Call;
  readonly spans: readonly Span[];
}

class OtlpReader {
  readonly #placed: readonly PlacedSpan[];
  readonly #instances = new Map<string, Set<string>>();
  readonly #participants = new Map<string, CaptureParticipant>();
  /** Clients' spans that a server's span continues. */
  readonly #joined = new Map<PlacedSpan, PlacedSpan>();
  readonly #told = new Set<string>();
  readonly #startNs: bigint;

  constructor(spans: readonly Span[]) {
    for (const { service, instance } of spans) {
      const known = this.#instances.get(service) ?? new Set<string>();
      this.#instances.set(service, known.add(instance));
    }
    this.#placed = placeSpans(spans, (span) => this.#ownId(span));
    this.#startNs = this.#placed.reduce(
      (least, { startNs }) => (startNs < least ? startNs : least),
      this.#placed[0]?.startNs ?? 0n,
    );
    for (const each of this.#placed) {
      const { span, parent } = each;
      if (span.kind !== 'server' || parent === null) continue;
      if (parent.span.kind === 'client' && !this.#joined.has(parent)) this.#joined.set(parent, each);
    }
  }

  calls(): Traced[] {
    const seen = new Set<string>();
    const hasSeveral = new Set(this.#placed.map(({ span }) => span.trace)).size > 1;
    return this.#placed
      .flatMap((each) => this.#call(each) ?? [])
      .map((each, index) => ({ ...each, index }))
      .sort((one, other) => one.call.startUs - other.call.startUs || one.index - other.index)
      .map(({ call, spans }) => {
        const trace = spans[0]?.trace ?? '';
        const isNew = !seen.has(trace);
        seen.add(trace);
        const mark: Mark = { kind: 'trace', id: trace.slice(0, 8) };
        return {
          call: isNew && hasSeveral ? { ...call, sentMarks: [mark, ...call.sentMarks] } : call,
          spans,
        };
      });
  }

  /** In the order in which they take part. */
  participants(calls: readonly Call[]): readonly CaptureParticipant[] {
    const ids = new Set(calls.flatMap(({ from, to }) => [from, to]));
    return [...ids].flatMap((id) => this.#participants.get(id) ?? []);
  }

  #call(placed: PlacedSpan): Traced | null {
    switch (placed.span.kind) {
      case 'server':
        return this.#served(placed);
      case 'client':
        return this.#joined.has(placed) ? null : this.#asked(placed);
      case 'producer':
        return this.#published(placed);
      case 'consumer':
        return this.#consumed(placed);
      case 'internal':
        return this.#made(placed, { from: this.#own(placed.span), to: this.#own(placed.span) });
      default:
        throw new Error(`Unknown kind ${placed.span.kind satisfies never}`);
    }
  }

  #served(placed: PlacedSpan): Traced {
    const { span, parent, isParentMissing } = placed;
    const isJoined = parent !== null && this.#joined.get(parent) === placed;
    const from =
      parent !== null
        ? this.#own(parent.span)
        : this.#other(isParentMissing ? MISSING : CALLER, isParentMissing ? 'missing' : 'caller');
    const to = this.#own(span);
    // The message is on its way from the client's start to the client's end.
    const times = isJoined ? parent : placed;
    return this.#made(placed, { from, to, times, client: isJoined ? parent.span : null, isAnswered: true });
  }

  /** No span of the answering side is in the file. */
  #asked(placed: PlacedSpan): Traced {
    const { name, isDatabase } = peerOf(placed.span);
    const to = this.#peer(name, isDatabase ? 'database' : 'participant');
    return this.#made(placed, { from: this.#own(placed.span), to, isAnswered: true });
  }

  #published(placed: PlacedSpan): Traced {
    const to = this.#peer(destinationOf(placed.span.attributes) || peerOf(placed.span).name, 'queue');
    return this.#made(placed, { from: this.#own(placed.span), to });
  }

  #consumed(placed: PlacedSpan): Traced {
    const { span, parent } = placed;
    const destination = destinationOf(span.attributes);
    const from =
      destination !== ''
        ? this.#peer(destination, 'queue')
        : parent !== null
          ? this.#own(parent.span)
          : this.#other(MISSING, 'missing');
    return this.#made(placed, { from, to: this.#own(span) });
  }

  #made(
    placed: PlacedSpan,
    {
      from,
      to,
      times = placed,
      client = null,
      isAnswered = false,
    }: {
      readonly from: string;
      readonly to: string;
      readonly times?: PlacedSpan;
      readonly client?: Span | null;
      readonly isAnswered?: boolean;
    },
  ): Traced {
    const { span } = placed;
    const spans = client === null ? [span] : [span, client];
    const both = client === null ? span : joined(span, client);
    const call: Call = {
      from,
      to,
      kind: kindOfCall(both),
      startUs: this.#us(times.startNs),
      endUs: isAnswered ? this.#us(times.endNs) : null,
      request: requestWords(both),
      sent: [],
      answer: isAnswered ? answerOf(both) : null,
      sentMarks: this.#marks(placed),
      answerMarks: [],
      isWork: isAnswered && span.kind === 'server',
    };
    return { call, spans };
  }

  #marks({ span, parent, isParentMissing, behindNs }: PlacedSpan): Mark[] {
    const marks: Mark[] = isParentMissing && span.kind !== 'client' ? [{ kind: 'missing-parent' }] : [];
    const behindUs = Number(behindNs / NS_PER_US);
    if (behindUs !== 0 && parent !== null) {
      // One clock is wrong for all of its spans.
      const key = `${this.#ownId(parent.span)} ${this.#ownId(span)}`;
      const name = this.#name(span);
      if (!this.#told.has(key)) marks.push({ kind: 'clock-skew', name, behindUs });
      this.#told.add(key);
    }
    return marks;
  }

  #us(ns: bigint): number {
    return Number((ns - this.#startNs) / NS_PER_US);
  }

  #ownId({ service, instance }: Span): string {
    return `service ${service} ${(this.#instances.get(service)?.size ?? 0) > 1 ? instance : ''}`.trimEnd();
  }

  #name({ service, instance }: Span): string {
    return (this.#instances.get(service)?.size ?? 0) > 1 && instance !== ''
      ? `${service} ${instance}`
      : service;
  }

  #own(span: Span): string {
    const id = this.#ownId(span);
    this.#participants.set(id, { id, shape: 'participant', role: 'named', name: this.#name(span) });
    return id;
  }

  #peer(name: string, shape: CaptureParticipant['shape']): string {
    const id = `${shape === 'participant' ? 'service' : shape} ${name}`;
    if (!this.#participants.has(id)) this.#participants.set(id, { id, shape, role: 'named', name });
    return id;
  }

  #other(id: string, role: 'caller' | 'missing'): string {
    this.#participants.set(id, { id, shape: role === 'caller' ? 'actor' : 'participant', role, name: '' });
    return id;
  }
}

/** The server knows its route, the client what it asked for. Either can lack the attributes. */
function joined(server: Span, client: Span): Span {
  return {
    ...server,
    attributes: new Map([...client.attributes, ...server.attributes]),
    isError: server.isError || client.isError,
    statusMessage: server.statusMessage || client.statusMessage,
  };
}

function answerOf(span: Span): Answer {
  const status = statusOf(span);
  const isError = span.isError || /^[45]\d\d/.test(status);
  return { status, isError, from: 'network', location: null, failure: null, set: [] };
}

/** Cookies and tokens, in the order of time: answers of equal times come first. */
function observe(calls: readonly Traced[], tracker: CredentialTracker): readonly Call[] {
  const all = calls.map(({ call }) => call);
  const moments = calls
    .flatMap(({ call }, index) => [
      { atUs: call.startUs, index, isAnswer: false },
      ...(call.endUs === null ? [] : [{ atUs: call.endUs, index, isAnswer: true }]),
    ])
    .sort((one, other) => one.atUs - other.atUs || one.index - other.index);
  for (const { atUs, index, isAnswer } of moments) {
    const [call, traced] = [all[index], calls[index]];
    if (call === undefined || traced === undefined) continue;
    const side = isAnswer ? 'response' : 'request';
    const headers = traced.spans
      .map(({ attributes }) => headersIn(attributes, side))
      .find(({ length }) => length > 0);
    if (headers === undefined) continue;
    const path = readAddress(`https://x${call.request.full.split(' ').at(-1) ?? '/'}`)?.path ?? '/';
    const url = { host: call.to, path, isSecure: true };
    const nowMs = atUs / 1_000;
    if (!isAnswer) {
      const { credentials, marks } = tracker.request(headers, url, nowMs);
      all[index] = { ...call, sent: credentials, sentMarks: [...call.sentMarks, ...marks] };
    } else if (call.answer !== null) {
      const { credentials, marks } = tracker.response(headers, '', url, nowMs);
      all[index] = { ...call, answer: { ...call.answer, set: credentials }, answerMarks: marks };
    }
  }
  return all;
}
