/** A message, or an item in memory, on one line: what a reviewer needs to see, without what repeats on every line. */
import { createHash } from 'node:crypto';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import { notation } from '../../src/simulation/protocols/tcp/segment.ts';
import type { Connection } from '../../src/simulation/protocols/tcp/tcb.ts';
import { serialize, type WireBody } from '../../src/simulation/protocols/wire.ts';
import { readResp } from './resp.ts';

/** Headers of HTTP that say nothing about state. All others are shown. */
const routineHeaders: ReadonlySet<string> = new Set([
  'host',
  'via',
  'date',
  'x-served-by',
  'content-type',
  'content-length',
]);

/** `POST /shop {"quantity":2} [Cookie: sid=a84660…]`, the words of a store's command, a TCP segment with its text. */
export function wireLine(body: WireBody): string {
  return shortened(textOf(body));
}

/** `session {"id":"a84660…","data":{},…}`: the item's kind, then its fields as JSON, or its only one. */
export function itemLine(item: MemoryItem): string {
  // A session's end follows from its times.
  const { expiresAtUs: _, ...shown } = { expiresAtUs: 0, ...item };
  return shortened(`${item.kind} ${fieldsOf(shown as MemoryItem)}`);
}

/** Session IDs, keys and JWTs only need to be told apart. The trace hash covers the rest of each. */
export function shortened(text: string): string {
  return text
    .replace(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g, (token) => `jwt:${digestOf(token)}`)
    .replace(/\b[0-9a-f]{32}\b/g, (id) => `${id.slice(0, 6)}…`)
    .replace(/"k":"([\w-]{6})[\w-]+"/g, '"k":"$1…"');
}

function textOf(body: WireBody): string {
  switch (body.kind) {
    case 'http-request':
    case 'http-response':
      return httpLine(serialize(body));
    case 'tcp-segment':
      return body.data === '' ? notation(body) : `${notation(body)} ${dataLine(body.data)}`;
    case 'udp-datagram':
      return `${body.sourcePort} > ${body.destinationPort} ${dataLine(body.data)}`;
    case 'store-command':
    case 'store-copy':
    case 'store-ping':
    case 'store-sync':
    case 'store-demotion':
    case 'store-reply':
      return readResp(serialize(body))
        .flat()
        .map((word) => word ?? '(nil)')
        .join(' ');
    default:
      return serialize(body).trimEnd().replaceAll('\n', ' ');
  }
}

/** The start line without the version and the reason phrase, the body, then every header that isn't routine. */
function httpLine(text: string): string {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [start = '', ...headers] = head.split('\r\n');
  const said = start.replace(/ HTTP\/1\.1$/, '').replace(/^HTTP\/1\.1 (\d+).*/, '$1');
  const shown = headers.filter((header) => !routineHeaders.has(header.split(':', 1)[0]?.toLowerCase() ?? ''));
  return [said, rest.join('\r\n\r\n'), ...shown.map((header) => `[${header}]`)].filter(Boolean).join(' ');
}

/** HTTP as a message of HTTP, anything else as a quoted string. */
function dataLine(data: string): string {
  return data.includes('\r\n\r\n') ? httpLine(data) : JSON.stringify(data);
}

function fieldsOf(item: MemoryItem): string {
  switch (item.kind) {
    case 'tcp-connection':
      return `${item.peer} ${connectionLine(item.connection)}`;
    case 'access-token':
      return `${item.token} ${item.token.split('.').slice(0, 2).map(decoded).join(' ')}`;
    case 'store-entry':
      return `${item.entry.key} ${item.entry.value} expiresAtUs=${item.entry.expiresAtUs}`;
    default: {
      const { kind: _, ...fields } = item;
      const [value, ...others] = Object.values(fields);
      if (others.length > 0) return JSON.stringify(fields);
      return typeof value === 'string' ? value : JSON.stringify(value);
    }
  }
}

/** The variables of RFC 9293 §3.3.1, and how many segments or texts wait in each queue, if any. */
function connectionLine(connection: Connection): string {
  const { state, sndUna, sndNxt, rcvNxt } = connection;
  const queues = (['retransmissionQueue', 'unsent', 'held'] as const).filter(
    (name) => connection[name].length > 0,
  );
  const sizes = queues.map((name) => `${name}=${connection[name].length}`);
  return [state, `SND.UNA=${sndUna}`, `SND.NXT=${sndNxt}`, `RCV.NXT=${rcvNxt}`, ...sizes].join(' ');
}

/** A tampered token keeps its signature, so the digest covers all parts: the first digits of its SHA-256. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 6);
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString();
}
