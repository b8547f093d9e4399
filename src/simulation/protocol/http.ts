/** HTTP/1.1 messages as they stand on the wire (RFC 9112). Every byte count in Statescope comes from this text. */

export type Header = readonly [name: string, value: string];

export interface HttpRequest {
  readonly kind: 'http-request';
  readonly method: 'GET' | 'POST';
  /** Origin form: path and query (RFC 9112 §3.2.1). */
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: string;
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
  404: 'Not Found',
  409: 'Conflict',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
} as const;

const CRLF = '\r\n';

export function serializeHttp(message: HttpRequest | HttpResponse): string {
  const start =
    message.kind === 'http-request'
      ? `${message.method} ${message.target} HTTP/1.1`
      : `HTTP/1.1 ${message.status} ${reasonPhrases[message.status]}`;
  const headers = message.headers.map(([name, value]) => `${name}: ${value}${CRLF}`).join('');
  return `${start}${CRLF}${headers}${CRLF}${message.body}`;
}

/** The first value of a header, its name compared without regard to case (RFC 9110 §5.1). */
export function headerOf(message: HttpRequest | HttpResponse, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return message.headers.find(([each]) => each.toLowerCase() === wanted)?.[1];
}

/** A request with a JSON body, or with none when `value` is undefined. */
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

function contentHeaders(body: string): Header[] {
  return [
    ['Content-Type', 'application/json'],
    ['Content-Length', String(utf8Bytes(body))],
  ];
}

/** RFC 9110 §9.2.2: repeating such a request has the effect of making it once. */
export function isIdempotent(request: HttpRequest): boolean {
  return request.method === 'GET';
}

/** The bytes of a text in UTF-8 (RFC 3629 §3); a lone surrogate counts as U+FFFD, three bytes. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) as number;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0x10000) bytes += 3;
    else {
      bytes += 4;
      index += 1;
    }
  }
  return bytes;
}
