/** A small HTTP/1.1 parser (RFC 9112), written for the invariants alone. */
import type { Header, HttpRequest, HttpResponse } from '../../../src/simulation/protocols/http.ts';

/** The first complete message in these bytes, and the bytes after it; null while it's incomplete. */
export function firstMessage(
  bytes: Buffer,
): { readonly message: HttpRequest | HttpResponse; readonly rest: Buffer } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [start = '', ...lines] = bytes.subarray(0, end).toString('utf8').split('\r\n');
  const headers = lines.map((line): Header => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
  const from = end + '\r\n\r\n'.length;
  if (bytes.length < from + length) return null;
  const body = bytes.subarray(from, from + length).toString('utf8');
  const rest = bytes.subarray(from + length);
  const [first = '', second = ''] = start.split(' ');
  const message = first.startsWith('HTTP/')
    ? ({ kind: 'http-response', status: Number(second) as HttpResponse['status'], headers, body } as const)
    : ({
        kind: 'http-request',
        method: first as HttpRequest['method'],
        target: second,
        headers,
        body,
      } as const);
  return { message, rest };
}
