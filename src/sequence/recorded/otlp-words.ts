/** What spans say, by the semantic conventions of OpenTelemetry, in their old and their new names. */
import { readAddress, wordsOfTarget } from './addresses.ts';
import type { CallKind, Words } from './capture.ts';
import type { Header } from './credentials.ts';
import { type Attributes, first, type Span } from './otlp-spans.ts';

export function kindOfCall({ kind, attributes }: Span): CallKind {
  const has = (...keys: readonly string[]) => first(attributes, ...keys) !== '';
  if (has('db.system.name', 'db.system')) return 'database';
  if (has('messaging.system') || kind === 'producer' || kind === 'consumer') return 'messaging';
  if (has('rpc.system', 'rpc.system.name')) return 'rpc';
  if (has('http.request.method', 'http.method', 'url.full', 'http.url')) return 'http';
  return kind === 'internal' ? 'internal' : 'rpc';
}

export function requestWords(span: Span): Words {
  const { attributes, name } = span;
  switch (kindOfCall(span)) {
    case 'http':
      return httpWords(attributes, name);
    case 'database':
      return databaseWords(attributes, name);
    case 'messaging':
      return same(
        [
          first(attributes, 'messaging.operation.name', 'messaging.operation') || name,
          destinationOf(attributes),
        ]
          .filter((each, index) => index === 0 || (each !== '' && !name.includes(each)))
          .join(' '),
      );
    case 'rpc': {
      const called = [first(attributes, 'rpc.service'), first(attributes, 'rpc.method')].filter(Boolean);
      return same(called.length === 0 ? name : called.join('/'));
    }
    default:
      return same(name);
  }
}

function httpWords(attributes: Attributes, name: string): Words {
  const method = first(attributes, 'http.request.method', 'http.method');
  const path = first(attributes, 'url.path');
  const query = first(attributes, 'url.query');
  const target = path === '' ? first(attributes, 'http.target') : path + (query === '' ? '' : `?${query}`);
  const words =
    target === ''
      ? (readAddress(first(attributes, 'url.full', 'http.url'))?.words ??
        wordsOfTarget(first(attributes, 'http.route')))
      : wordsOfTarget(target);
  if (words.full === '') return same(name);
  return { short: `${method} ${words.short}`.trim(), full: `${method} ${words.full}`.trim() };
}

const QUERY_CHARACTERS_MAX = 200;

/** A statement contains values, so its summary stands for it. */
function databaseWords(attributes: Attributes, name: string): Words {
  const operation = first(attributes, 'db.operation.name', 'db.operation');
  const collection = first(
    attributes,
    ...['db.collection.name', 'db.sql.table', 'db.mongodb.collection', 'db.cassandra.table'],
  );
  const short =
    first(attributes, 'db.query.summary') || [operation, collection].filter(Boolean).join(' ') || name;
  const statement = first(attributes, 'db.query.text', 'db.statement').replace(/\s+/g, ' ');
  return { short, full: statement === '' ? short : statement.slice(0, QUERY_CHARACTERS_MAX) };
}

function same(words: string): Words {
  return { short: words, full: words };
}

export function destinationOf(attributes: Attributes): string {
  return first(attributes, 'messaging.destination.name', 'messaging.destination', 'messaging.kafka.topic');
}

/** The name of the service that answers, if none of its spans is in the file. */
export function peerOf(span: Span): { readonly name: string; readonly isDatabase: boolean } {
  const { attributes } = span;
  const system = first(attributes, 'db.system.name', 'db.system');
  const service = first(attributes, 'peer.service', 'service.peer.name');
  if (service !== '') return { name: service, isDatabase: system !== '' };
  if (system !== '') {
    const namespace = first(attributes, 'db.namespace', 'db.name', 'db.redis.database_index');
    return { name: [system, namespace].filter(Boolean).join(' '), isDatabase: true };
  }
  const host = first(
    attributes,
    'server.address',
    'net.peer.name',
    'http.host',
    'net.sock.peer.addr',
    'net.peer.ip',
  );
  const address = readAddress(first(attributes, 'url.full', 'http.url'));
  return {
    name: host || address?.origin || first(attributes, 'rpc.service') || span.name,
    isDatabase: false,
  };
}

/** https://grpc.io/docs/guides/status-codes/, by number. */
const grpcCodes = [
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS'],
  ...['PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE'],
  ...['UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED'],
];
const MESSAGE_CHARACTERS_MAX = 80;

/** The words of an answer: its status code, and an error's type or message. */
export function statusOf({ attributes, isError, statusMessage }: Span): string {
  const http = first(attributes, 'http.response.status_code', 'http.status_code');
  const grpc = first(attributes, 'rpc.grpc.status_code', 'rpc.response.status_code');
  const code = http || (/^\d+$/.test(grpc) ? (grpcCodes[Number(grpc)] ?? grpc) : grpc);
  const type = first(attributes, 'error.type');
  const why = isError ? statusMessage.slice(0, MESSAGE_CHARACTERS_MAX) || (type === code ? '' : type) : '';
  const words = [code, why].filter(Boolean).join(' ');
  return words === '' && isError ? 'ERROR' : words;
}

/** Headers that were captured as attributes; older names have underscores. */
export function headersIn(attributes: Attributes, side: 'request' | 'response'): readonly Header[] {
  const prefix = `http.${side}.header.`;
  const headers: Header[] = [];
  for (const [key, values] of attributes) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length).replaceAll('_', '-');
    for (const value of values) headers.push({ name, value });
  }
  const session = side === 'request' ? first(attributes, 'session.id') : '';
  return session === '' ? headers : [...headers, { name: 'session.id', value: session }];
}
