/** Reads an HTTP Archive (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/) of a browser's developer tools. */
import * as v from 'valibot';
import { fallback } from 'valibot';
import { type Address, readAddress } from './addresses.ts';
import type { Answer, Call, CallKind, Capture, CaptureParticipant, Mark, Words } from './capture.ts';
import { CredentialTracker, valuesOf } from './credential-tracker.ts';
import type { Header } from './credentials.ts';
import { readable } from './readable-items.ts';

const text = fallback(v.string(), '');
const headers = readable(v.object({ name: v.string(), value: v.string() }));
/** Some programs write digits as a string. */
const statusCode = v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number))]);

const harFile = v.object({
  log: v.object({
    entries: v.array(v.unknown()),
    pages: fallback(v.array(v.object({ title: text })), []),
  }),
});

const harEntry = v.object({
  startedDateTime: v.pipe(v.string(), v.transform(Date.parse), v.finite()),
  /** Milliseconds; -1 if it's unknown. */
  time: fallback(v.number(), 0),
  request: v.object({ method: v.string(), url: v.string(), headers }),
  response: v.object({
    /** 0 without a response. */
    status: fallback(statusCode, 0),
    statusText: text,
    headers,
    redirectURL: text,
    content: fallback(v.object({ mimeType: text, text }), { mimeType: '', text: '' }),
    /** Chromium's: why there was none. */
    _error: text,
  }),
  /** Chromium's. */
  _resourceType: text,
  _fromCache: text,
});
type HarEntry = v.InferOutput<typeof harEntry>;

const BROWSER = 'browser';

/** How many entries are read between two reports. */
const SLICE = 200;

export function isHar(value: unknown): boolean {
  return v.is(harFile, value);
}

/** A generator, so that its caller can report progress and yield to others. Yields the part that is done. */
export function* readHar(value: unknown): Generator<number, Capture> {
  const { log } = v.parse(harFile, value);
  const entries: { readonly entry: HarEntry; readonly address: Address }[] = [];
  let skipped = 0;
  for (const [index, each] of log.entries.entries()) {
    const entry = v.safeParse(harEntry, each);
    const address = entry.success ? readAddress(entry.output.request.url) : null;
    if (entry.success && address !== null) entries.push({ entry: entry.output, address });
    else if (!entry.success) skipped += 1;
    if (index % SLICE === 0) yield (index / log.entries.length) * 0.7;
  }
  // The format orders entries by their start, but browsers add some when they end.
  entries.sort((one, other) => one.entry.startedDateTime - other.entry.startedDateTime);
  const reader = new HarReader(entries[0]?.entry.startedDateTime ?? 0);
  const calls = yield* reader.calls(entries);
  const participants: CaptureParticipant[] = [
    { id: BROWSER, shape: 'actor', role: 'browser', name: '' },
    ...[...new Set(calls.map(({ to }) => to))]
      .filter((id) => id !== BROWSER)
      .map((id) => ({ id, shape: 'participant', role: 'named', name: id }) as const),
  ];
  const title = titleOf(log.pages[0]?.title ?? '', entries[0]?.address);
  return { source: 'har', title, participants, calls, skipped, hasCredentials: !reader.tracker.isEmpty };
}

/** Chromium's title is the page's address, which can have tokens in it. */
function titleOf(title: string, address: Address | undefined): string {
  const page = readAddress(title);
  if (page !== null) return page.origin + page.words.short;
  return title === '' ? (address?.origin ?? '') : title;
}

interface Moment {
  readonly atMs: number;
  readonly index: number;
  readonly isAnswer: boolean;
}

class HarReader {
  readonly tracker = new CredentialTracker();
  readonly #startMs: number;

  constructor(startMs: number) {
    this.#startMs = startMs;
  }

  *calls(
    entries: readonly { readonly entry: HarEntry; readonly address: Address }[],
  ): Generator<number, Call[]> {
    const calls: Call[] = [];
    const moments = momentsOf(entries.map(({ entry }) => entry));
    for (const [done, { atMs, index, isAnswer }] of moments.entries()) {
      const each = entries[index];
      if (each === undefined) continue;
      if (!isAnswer) calls[index] = this.#request(each.entry, each.address, atMs);
      else calls[index] = this.#answered(calls[index], each.entry, each.address, atMs);
      if (done % SLICE === 0) yield 0.7 + (done / moments.length) * 0.3;
    }
    return calls;
  }

  #request(entry: HarEntry, address: Address, atMs: number): Call {
    const { request } = entry;
    const kind = kindOf(entry);
    const { credentials, marks } = this.tracker.request(request.headers, address, atMs);
    const { short, full } = address.words;
    const isCached = fromCache(entry) !== 'network';
    return {
      from: BROWSER,
      to: isCached ? BROWSER : address.origin,
      kind,
      startUs: Math.round((atMs - this.#startMs) * 1_000),
      endUs: this.#endUs(entry),
      request: { short: `${request.method} ${short}`, full: `${request.method} ${full}` },
      sent: isCached ? [] : credentials,
      answer: null,
      sentMarks: isCached ? [] : marks.filter((mark) => isExpected(mark, kind)),
      answerMarks: [],
      isWork: false,
    };
  }

  #endUs({ startedDateTime, time }: HarEntry): number {
    return Math.round((startedDateTime + Math.max(0, time) - this.#startMs) * 1_000);
  }

  #answered(call: Call | undefined, entry: HarEntry, address: Address, atMs: number): Call {
    if (call === undefined) throw new Error('An answer comes after its request.');
    const { response } = entry;
    const from = fromCache(entry);
    const isJson = /\bjson\b/i.test(response.content.mimeType);
    const body = isJson ? response.content.text : '';
    // A cached response brings its old headers along. The browser doesn't process their cookies again.
    const observed =
      from === 'network'
        ? this.tracker.response(response.headers, body, address, atMs)
        : { credentials: [], marks: [] };
    return { ...call, answer: answerOf(entry, observed.credentials), answerMarks: observed.marks };
  }
}

/** Requests and answers in the order in which they happened. Of equal times, answers come first. */
function momentsOf(entries: readonly HarEntry[]): readonly Moment[] {
  return entries
    .flatMap(({ startedDateTime, time }, index): Moment[] => [
      { atMs: startedDateTime, index, isAnswer: false },
      { atMs: startedDateTime + Math.max(0, time), index, isAnswer: true },
    ])
    .sort(
      (one, other) =>
        one.atMs - other.atMs ||
        // An answer never comes before its own request.
        (one.index === other.index
          ? Number(one.isAnswer) - Number(other.isAnswer)
          : Number(other.isAnswer) - Number(one.isAnswer)),
    );
}

function answerOf(entry: HarEntry, set: Answer['set']): Answer {
  const { status, statusText, redirectURL, headers: all, _error } = entry.response;
  const target = redirectURL || (valuesOf(all, 'location')[0] ?? '');
  const isRedirect = status >= 300 && status < 400 && status !== 304 && target !== '';
  return {
    status: status === 0 ? '' : `${status} ${statusText}`.trim(),
    isError: status === 0 || status >= 400,
    from: fromCache(entry),
    location: isRedirect ? wordsOfLocation(target, entry.request.url) : null,
    failure: status === 0 ? _error : null,
    set,
  };
}

function wordsOfLocation(target: string, base: string): Words | null {
  try {
    const address = readAddress(new URL(target, base).href);
    const here = readAddress(base);
    if (address === null) return null;
    const host = address.origin === here?.origin ? '' : address.origin;
    return { short: host + address.words.short, full: host + address.words.full };
  } catch {
    return null;
  }
}

function fromCache({ _fromCache, response }: HarEntry): Answer['from'] {
  // A revalidated copy (304) was asked for over the network.
  if (response.status === 304 || response.status === 0) return 'network';
  if (_fromCache === 'memory') return 'memory-cache';
  return _fromCache === '' ? 'network' : 'disk-cache';
}

/** Pages and scripts send cookies to their own host. Fonts and cross-origin images often don't, and needn't. */
function isExpected({ kind }: Mark, call: CallKind): boolean {
  return kind !== 'not-sent' || call === 'document' || call === 'fetch';
}

const types: Readonly<Record<string, CallKind>> = {
  document: 'document',
  xhr: 'fetch',
  fetch: 'fetch',
  eventsource: 'fetch',
  preflight: 'fetch',
  script: 'script',
  stylesheet: 'style',
  image: 'image',
  font: 'font',
  media: 'media',
  websocket: 'socket',
};
/** Of the Sec-Fetch-Dest header; `empty` is a script's request. */
const destinations: Readonly<Record<string, CallKind>> = {
  document: 'document',
  iframe: 'document',
  frame: 'document',
  empty: 'fetch',
  script: 'script',
  style: 'style',
  image: 'image',
  font: 'font',
  audio: 'media',
  video: 'media',
  websocket: 'socket',
};
const mimeTypes: readonly (readonly [RegExp, CallKind])[] = [
  [/^text\/html|^application\/xhtml/, 'document'],
  [/json|^text\/plain|^application\/xml|^text\/xml|event-stream/, 'fetch'],
  [/javascript|ecmascript/, 'script'],
  [/^text\/css/, 'style'],
  [/^image\//, 'image'],
  [/^font\/|font-woff/, 'font'],
  [/^audio\/|^video\//, 'media'],
];

function kindOf({ _resourceType, request, response }: HarEntry): CallKind {
  const known = types[_resourceType.toLowerCase()];
  if (known !== undefined) return known;
  const destination = destinations[valuesOf(request.headers, 'sec-fetch-dest')[0] ?? ''];
  if (destination !== undefined) return destination;
  if (request.method !== 'GET' || isScripted(request.headers)) return 'fetch';
  const mimeType = response.content.mimeType.toLowerCase();
  // Redirects of pages have no content.
  if (mimeType === '' || mimeType === 'x-unknown') return response.status === 204 ? 'fetch' : 'document';
  return mimeTypes.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'other';
}

function isScripted(all: readonly Header[]): boolean {
  return valuesOf(all, 'x-requested-with').length > 0;
}
