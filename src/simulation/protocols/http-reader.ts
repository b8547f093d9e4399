/** Parses HTTP/1.1 messages from a text stream, which has no message boundaries of its own (RFC 9112 §6). */
import { type Header, type HttpRequest, type HttpResponse, headerOf, isStatus } from './http.ts';
import { splitText } from './tcp/text.ts';
import { utf8Bytes } from './utf8.ts';

type Message = HttpRequest | HttpResponse;

export type HttpRead<Kind extends Message['kind']> =
  | { readonly kind: 'message'; readonly message: Extract<Message, { kind: Kind }>; readonly rest: string }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'malformed' };

const HEADERS_END = '\r\n\r\n';

/** The first request in a text, and the rest of the text. */
export function readRequest(text: string): HttpRead<'http-request'> {
  return read(text, (startLine, headers, body) => {
    const [, method, target] = /^(GET|POST) (\S+) HTTP\/1\.1$/.exec(startLine) ?? [];
    if ((method !== 'GET' && method !== 'POST') || target === undefined) return null;
    return { kind: 'http-request', method, target, headers, body };
  });
}

/** The first response in a text, and the rest of the text. */
export function readResponse(text: string): HttpRead<'http-response'> {
  return read(text, (startLine, headers, body) => {
    const status = Number(/^HTTP\/1\.1 (\d{3}) [ -~]*$/.exec(startLine)?.[1]);
    return isStatus(status) ? { kind: 'http-response', status, headers, body } : null;
  });
}

function read<Kind extends Message['kind']>(
  text: string,
  make: (
    startLine: string,
    headers: readonly Header[],
    body: string,
  ) => Extract<Message, { kind: Kind }> | null,
): HttpRead<Kind> {
  const end = text.indexOf(HEADERS_END);
  if (end < 0) return { kind: 'incomplete' };
  const [startLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = lines.map(headerIn);
  if (headers.includes(null)) return { kind: 'malformed' };
  const message = make(
    startLine,
    headers.filter((header) => header !== null),
    '',
  );
  if (message === null) return { kind: 'malformed' };
  // Without a length there's no body: nothing here uses transfer codings.
  const length = headerOf(message, 'Content-Length') ?? '0';
  if (!/^\d+$/.test(length)) return { kind: 'malformed' };
  const behind = text.slice(end + HEADERS_END.length);
  if (utf8Bytes(behind) < Number(length)) return { kind: 'incomplete' };
  const [body, rest] = length === '0' ? ['', behind] : splitText(behind, Number(length));
  if (utf8Bytes(body) !== Number(length)) return { kind: 'malformed' };
  return { kind: 'message', message: { ...message, body }, rest };
}

/** Name and value of a header field. The value starts after one space, which every writer here emits. */
function headerIn(line: string): Header | null {
  const colon = line.indexOf(':');
  if (colon <= 0) return null;
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value];
}
