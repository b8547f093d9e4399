/** HTTP/1.1 messages as text on the wire (RFC 9112). Every byte count in Statescope comes from this text. */
import { utf8Bytes } from './utf8.ts';
import { TextWriter, type Writer } from './writer.ts';

export { utf8Bytes };

export type Header = readonly [name: string, value: string];

export interface HttpRequest {
  readonly kind: 'http-request';
  readonly method: 'GET' | 'POST';
  /** Origin form: path and query (RFC 9112 §3.2.1). */
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: string;
  /** The connection that it travels on, where servers close idle ones. TCP carries it, so it isn't part of the text. */
  readonly connection?: number;
}

export interface HttpResponse {
  readonly kind: 'http-response';
  readonly status: Status;
  readonly headers: readonly Header[];
  readonly body: string;
}

export type Status = keyof typeof reasonPhrases;

const reasonPhrases = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Content',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;

export function isStatus(code: number): code is Status {
  return Object.hasOwn(reasonPhrases, code);
}

const CRLF = '\r\n';

/**
 * Start line, header fields, empty line, body (RFC 9112 §2.1). Method and field names are tokens, so ASCII (RFC 9110
 * §5.6.2).
 */
export function writeHttp(message: HttpRequest | HttpResponse, out: Writer): void {
  if (message.kind === 'http-request') {
    out.ascii(message.method);
    out.ascii(' ');
    out.text(message.target);
    out.ascii(' HTTP/1.1');
  } else {
    out.ascii('HTTP/1.1 ');
    out.ascii(String(message.status));
    out.ascii(' ');
    out.ascii(reasonPhrases[message.status]);
  }
  out.ascii(CRLF);
  for (const [name, value] of message.headers) {
    out.ascii(name);
    out.ascii(': ');
    out.text(value);
    out.ascii(CRLF);
  }
  out.ascii(CRLF);
  out.text(message.body);
}

export function serializeHttp(message: HttpRequest | HttpResponse): string {
  const out = new TextWriter();
  writeHttp(message, out);
  return out.written;
}

/** The first value of a header. Names are case-insensitive (RFC 9110 §5.1). */
export function headerOf({ headers }: HttpRequest | HttpResponse, name: string): string | undefined {
  return headers.find(([each]) => isSameName(each, name))?.[1];
}

/** Fast path: most names differ in length or are identical. Only the rest need a case-insensitive comparison. */
export function isSameName(one: string, other: string): boolean {
  return one.length === other.length && (one === other || one.toLowerCase() === other.toLowerCase());
}

/** A request with a JSON body, or without a body when `value` is undefined. */
export function httpRequest(
  method: HttpRequest['method'],
  target: string,
  headers: readonly Header[],
  value?: unknown,
): HttpRequest {
  const host: Header = ['Host', 'shop.example'];
  if (value === undefined) {
    return { kind: 'http-request', method, target, headers: [host, ...headers], body: '' };
  }
  const body = JSON.stringify(value);
  return { kind: 'http-request', method, target, headers: [host, ...headers, ...contentHeaders(body)], body };
}

export function jsonResponse(status: Status, headers: readonly Header[], value: unknown): HttpResponse {
  const body = JSON.stringify(value);
  return { kind: 'http-response', status, headers: [...headers, ...contentHeaders(body)], body };
}

/** Parses a body as a JSON object; undefined for anything else, since bodies are untrusted. */
export function parseJsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function contentHeaders(body: string): Header[] {
  return [
    ['Content-Type', 'application/json'],
    ['Content-Length', String(utf8Bytes(body))],
  ];
}

/** Idempotent methods (RFC 9110 §9.2.2): repeating the request has the same effect as sending it once. */
export function isIdempotent(request: HttpRequest): boolean {
  return request.method === 'GET';
}
