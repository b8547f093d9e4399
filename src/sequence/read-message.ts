/** Takes a message apart for close inspection: its parts, as codes without words. */
import type { ClusterMessage } from '../simulation/cluster.ts';
import { readBasicCredentials } from '../simulation/protocols/basic-auth.ts';
import { readBearerCredentials } from '../simulation/protocols/bearer-auth.ts';
import { type HttpRequest, type HttpResponse, parseJsonObject } from '../simulation/protocols/http.ts';
import type { ControlBit } from '../simulation/protocols/tcp/segment.ts';
import { utf8Bytes } from '../simulation/protocols/utf8.ts';
import { serialize } from '../simulation/protocols/wire.ts';

export type MessageReading =
  | {
      readonly kind: 'http';
      readonly start: string;
      readonly headers: readonly HeaderReading[];
      readonly body: string;
      /** A signed token in the message; null without one. */
      readonly token: string | null;
    }
  | {
      readonly kind: 'segment';
      readonly sourcePort: number;
      readonly destinationPort: number;
      readonly seq: number;
      readonly ack: number | null;
      readonly flags: readonly Flag[];
      readonly dataBytes: number;
      readonly data: string;
    }
  | {
      readonly kind: 'datagram';
      readonly sourcePort: number;
      readonly destinationPort: number;
      readonly dataBytes: number;
      readonly data: string;
    }
  /** To or from a store: the words of its command, or its reply as a line. */
  | { readonly kind: 'store'; readonly words: readonly string[]; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

export type Flag = ControlBit | 'ACK';

export interface HeaderReading {
  readonly name: string;
  readonly value: string;
  readonly note: HeaderNote;
}

const plainHeaders = [
  'Host',
  'Via',
  'Date',
  'X-Served-By',
  'Content-Type',
  'Content-Length',
  'Idempotency-Key',
  'Cache-Control',
] as const;
type PlainHeader = (typeof plainHeaders)[number];

export type HeaderNote =
  | { readonly kind: 'plain'; readonly name: PlainHeader }
  | { readonly kind: 'cookie'; readonly names: readonly string[] }
  | {
      readonly kind: 'set-cookie';
      readonly cookie: string;
      readonly isDeleted: boolean;
      readonly attributes: readonly CookieAttribute[];
    }
  /** `WWW-Authenticate`. For a login form no scheme is registered (RFC 9110 §16.4.1), so one is invented. */
  | { readonly kind: 'challenge'; readonly isInvented: boolean }
  | { readonly kind: 'bearer' }
  | { readonly kind: 'basic'; readonly userId: string }
  | { readonly kind: 'unknown' };

const cookieAttributes = ['Path', 'HttpOnly', 'Secure', 'SameSite', 'Max-Age', 'Expires'] as const;

export interface CookieAttribute {
  readonly name: (typeof cookieAttributes)[number];
  /** Empty for an attribute without a value. */
  readonly value: string;
}

export function readMessage({ body }: Pick<ClusterMessage, 'body'>): MessageReading {
  switch (body.kind) {
    case 'http-request':
    case 'http-response':
      return readHttp(body);
    case 'tcp-segment': {
      const { sourcePort, destinationPort, seq, ack, control, data } = body;
      const flags: readonly Flag[] = ack === null ? control : [...control, 'ACK'];
      const dataBytes = utf8Bytes(data);
      return { kind: 'segment', sourcePort, destinationPort, seq, ack, flags, dataBytes, data };
    }
    case 'udp-datagram': {
      const { sourcePort, destinationPort, data } = body;
      return { kind: 'datagram', sourcePort, destinationPort, dataBytes: utf8Bytes(data), data };
    }
    case 'store-command':
    case 'store-copy':
    case 'store-ping':
    case 'store-sync':
    case 'store-demotion':
    case 'store-reply': {
      const text = serialize(body);
      return { kind: 'store', words: wordsOf(text), text };
    }
    default:
      return { kind: 'text', text: serialize(body) };
  }
}

function readHttp(message: HttpRequest | HttpResponse): MessageReading {
  const [head = '', ...rest] = serialize(message).split('\r\n\r\n');
  const [start = ''] = head.split('\r\n', 1);
  return {
    kind: 'http',
    start,
    headers: head
      .split('\r\n')
      .slice(1)
      .map((line) => {
        const colon = line.indexOf(':');
        const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
        return { name, value, note: noteOn(name, value) };
      }),
    body: rest.join('\r\n\r\n'),
    token: tokenIn(message),
  };
}

function noteOn(name: string, value: string): HeaderNote {
  const plain = plainHeaders.find((each) => each === name);
  if (plain !== undefined) return { kind: 'plain', name: plain };
  switch (name) {
    case 'Cookie':
      return { kind: 'cookie', names: value.split('; ').map((pair) => pair.split('=', 1)[0] ?? '') };
    case 'WWW-Authenticate':
      return { kind: 'challenge', isInvented: !/^(Basic|Bearer)\b/.test(value) };
    case 'Set-Cookie':
      return noteOnSetCookie(value);
    case 'Authorization': {
      const basic = readBasicCredentials(value);
      if (basic !== undefined) return { kind: 'basic', userId: basic.userId };
      return readBearerCredentials(value) === undefined ? { kind: 'unknown' } : { kind: 'bearer' };
    }
    default:
      return { kind: 'unknown' };
  }
}

/** The attributes of RFC 6265bis §4.1.2 that this cluster sends. */
function noteOnSetCookie(line: string): HeaderNote {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const attributes = rest.flatMap((part): CookieAttribute[] => {
    const [said = '', ...value] = part.split('=');
    const name = cookieAttributes.find((each) => each.toLowerCase() === said.toLowerCase());
    return name === undefined ? [] : [{ name, value: value.join('=') }];
  });
  const isDeleted = attributes.some(({ name, value }) => name === 'Max-Age' && Number(value) <= 0);
  return { kind: 'set-cookie', cookie: pair.split('=', 1)[0] ?? '', isDeleted, attributes };
}

function tokenIn(message: HttpRequest | HttpResponse): string | null {
  if (message.kind === 'http-response') {
    const token = parseJsonObject(message.body)?.access_token;
    return typeof token === 'string' ? token : null;
  }
  for (const [name, value] of message.headers) {
    if (name === 'Authorization') return readBearerCredentials(value) ?? null;
  }
  return null;
}

/** The bulk strings of a RESP array, or the line of a simple reply, without their framing. */
function wordsOf(text: string): readonly string[] {
  const lines = text.split('\r\n');
  if (!text.startsWith('*'))
    return [text.startsWith('$') ? lines.slice(1).join(' ').trim() : (lines[0] ?? '')];
  return lines.slice(1).filter((_, index) => index % 2 === 1);
}
