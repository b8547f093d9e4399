/** Everything that travels between nodes, its text, and the size of that text. */
import type { MemoryItem } from '../memory.ts';
import { type DatabaseAnswer, type DatabaseQuery, serializeDatabase } from './database.ts';
import { type HttpRequest, type HttpResponse, writeHttp } from './http.ts';
import { type ReplicationMessage, writeReplication } from './session-copies.ts';
import { type StoreCommand, type StorePeerMessage, type StoreReply, writeStore } from './store.ts';
import { type Segment, writeSegment } from './tcp/segment.ts';
import { type Datagram, writeDatagram } from './udp/datagram.ts';
import { type PortUnreachable, writePortUnreachable } from './udp/port-unreachable.ts';
import { ByteCounter, TextWriter, type Writer } from './writer.ts';

/** A server closes an idle connection: the FIN of a TCP connection, which has no text of its own. */
interface ConnectionClose {
  readonly kind: 'connection-close';
  readonly connection: number;
}

/** One client's credentials in the hands of another, by theft or session fixation. Not a protocol. */
interface HandOver {
  readonly kind: 'hand-over';
  readonly items: readonly Stealable[];
}

export type Stealable = Extract<
  MemoryItem,
  { kind: 'cookie' | 'credentials' | 'access-token' | 'refresh-token' }
>;

export type WireBody =
  | HttpRequest
  | HttpResponse
  | DatabaseQuery
  | DatabaseAnswer
  | ReplicationMessage
  | StoreCommand
  | StorePeerMessage
  | StoreReply
  | HandOver
  | ConnectionClose
  | Segment
  | Datagram
  | PortUnreachable;

export function serialize(body: WireBody): string {
  const out = new TextWriter();
  write(body, out);
  return out.written;
}

/** Size of a message, computed without building its text. */
export function bytesOnWire(body: WireBody): number {
  const out = new ByteCounter();
  write(body, out);
  return out.bytes;
}

function stolenText(item: Stealable): string {
  switch (item.kind) {
    case 'cookie':
      return `${item.name}=${item.value}`;
    case 'credentials':
      return `${item.userId}:${item.password}`;
    default:
      return item.token;
  }
}

function write(body: WireBody, out: Writer): void {
  switch (body.kind) {
    case 'http-request':
    case 'http-response':
      writeHttp(body, out);
      return;
    case 'connection-close':
      return;
    case 'hand-over':
      for (const item of body.items) out.text(`${stolenText(item)}\n`);
      return;
    case 'session-copy':
    case 'sessions-wanted':
    case 'session-copies':
      writeReplication(body, out);
      return;
    case 'store-command':
    case 'store-copy':
    case 'store-ping':
    case 'store-sync':
    case 'store-demotion':
    case 'store-reply':
      writeStore(body, out);
      return;
    case 'tcp-segment':
      writeSegment(body, out);
      return;
    case 'udp-datagram':
      writeDatagram(body, out);
      return;
    case 'icmp-port-unreachable':
      writePortUnreachable(body, out);
      return;
    default:
      out.text(serializeDatabase(body));
  }
}
