/** HTTP over TCP, from the segments of a trace: what each end has sent, and what each end has received in order. */
import { type ClusterEvent, type ClusterMessage, isClient } from '../../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../../src/simulation/kernel/actor.ts';
import { firstMessage } from './http-text.ts';
import type { HttpEvent } from './http-traffic.ts';

/** Bytes of one direction of a connection that aren't a complete message yet. */
interface Stream {
  bytes: Buffer;
  /** Sequence number of the next byte. */
  next: number;
  /** The request that the first of the bytes serve. */
  request: RequestId | null;
  /** Messages read so far. */
  count: number;
}

interface Piece {
  readonly seq: number;
  readonly bytes: Buffer;
  readonly request: RequestId | null;
}

type Segment = Extract<ClusterMessage['body'], { kind: 'tcp-segment' }>;

/** Both ends of a connection, as seen from one of them. */
interface Ends {
  readonly client: NodeId;
  readonly server: NodeId;
  readonly port: number;
  readonly isClientHere: boolean;
}

export class HttpStreams {
  /** By sender and connection. */
  readonly #sent = new Map<string, Stream>();
  /** By receiver and connection. */
  readonly #received = new Map<string, Stream>();
  readonly #pieces = new Map<string, Piece[]>();
  /** Requests that a server has received on a connection, in order: its responses are in the same order. */
  readonly #served = new Map<string, (RequestId | null)[]>();
  /** The last peer of a client's connection. */
  readonly #peers = new Map<string, Ends>();

  follow(event: ClusterEvent): readonly HttpEvent[] {
    switch (event.kind) {
      case 'message-sent':
        return event.message.body.kind === 'tcp-segment' ? this.#send(event, event.message.body) : nothing;
      case 'message-delivered':
        if (event.message.body.kind === 'tcp-segment') this.#hold(event.message, event.message.body);
        return nothing;
      case 'remembered': {
        const { item, node, key } = event;
        if (item.kind !== 'tcp-connection' || item.connection.state === 'SYN-SENT') return nothing;
        return this.#receive(event, `${node} ${key}`, item.connection);
      }
      case 'forgot':
        if (event.key.startsWith('tcp ')) this.#drop(`${event.node} ${event.key}`);
        return nothing;
      case 'node-crashed':
      case 'node-left':
        for (const key of this.#received.keys()) if (key.startsWith(`${event.node} `)) this.#drop(key);
        return nothing;
      default:
        return nothing;
    }
  }

  #drop(key: string): void {
    this.#received.delete(key);
    this.#pieces.delete(key);
    this.#served.delete(key);
  }

  /** Counts what is sent for the first time, and in order. */
  #send(event: Extract<ClusterEvent, { kind: 'message-sent' }>, segment: Segment): readonly HttpEvent[] {
    const { message } = event;
    const ends = endsOf(message, segment, message.from);
    const key = keyOf(ends);
    if (segment.control.includes('SYN')) {
      const next = (segment.seq + 1) >>> 0;
      if (this.#sent.get(key)?.next !== next || this.#sent.get(key)?.count !== 0) {
        this.#sent.set(key, { bytes: Buffer.alloc(0), next, request: null, count: 0 });
      }
    }
    const stream = this.#sent.get(key);
    if (stream === undefined || segment.data === '' || segment.seq !== stream.next) return nothing;
    append(stream, { seq: segment.seq, bytes: Buffer.from(segment.data), request: message.request });
    return this.#read(stream, event, ends, 'sent');
  }

  #hold(message: ClusterMessage, segment: Segment): void {
    const ends = endsOf(message, segment, message.to);
    this.#peers.set(keyOf(ends), ends);
    if (segment.data === '') return;
    const key = keyOf(ends);
    const pieces = this.#pieces.get(key) ?? [];
    pieces.push({ seq: segment.seq, bytes: Buffer.from(segment.data), request: message.request });
    this.#pieces.set(key, pieces);
  }

  /** Reads as far as the receiver has accepted. */
  #receive(
    event: ClusterEvent,
    key: string,
    { irs, rcvNxt }: { readonly irs: number; readonly rcvNxt: number },
  ): readonly HttpEvent[] {
    const ends = this.#peers.get(key);
    if (ends === undefined) return nothing;
    let stream = this.#received.get(key);
    if (stream === undefined) {
      stream = { bytes: Buffer.alloc(0), next: (irs + 1) >>> 0, request: null, count: 0 };
      this.#received.set(key, stream);
    }
    const pieces = this.#pieces.get(key) ?? [];
    while (stream.next !== rcvNxt) {
      const { next } = stream;
      const piece = pieces.find(({ seq, bytes }) => (next - seq) >>> 0 < bytes.length);
      // A FIN takes a number as well.
      if (piece === undefined) break;
      append(stream, piece);
    }
    this.#pieces.set(
      key,
      pieces.filter(({ seq, bytes }) => ((seq + bytes.length - rcvNxt) | 0) > 0),
    );
    return this.#read(stream, event, ends, 'arrived');
  }

  #read(
    stream: Stream,
    { id, atUs }: ClusterEvent,
    ends: Ends,
    how: 'sent' | 'arrived',
  ): readonly HttpEvent[] {
    const found: HttpEvent[] = [];
    for (;;) {
      const first = firstMessage(stream.bytes);
      if (first === null) return found;
      stream.bytes = first.rest;
      const { client, server, port, isClientHere } = ends;
      const key = keyOf(ends);
      const isRequest = first.message.kind === 'http-request';
      let { request } = stream;
      if (how === 'arrived' && isRequest) {
        const served = this.#served.get(key) ?? [];
        served.push(request);
        this.#served.set(key, served);
      }
      if (how === 'sent' && !isRequest) request = this.#served.get(key)?.[stream.count] ?? request;
      const exchange = `${isClientHere ? '' : `${server} `}${client}:${port} ${stream.count}`;
      stream.count += 1;
      const shared = { event: id, atUs, client, server, request, exchange };
      found.push(
        first.message.kind === 'http-request'
          ? { ...shared, kind: `request-${how}`, message: first.message }
          : { ...shared, kind: `response-${how}`, message: first.message },
      );
    }
  }
}

const nothing: readonly HttpEvent[] = [];

function append(stream: Stream, { seq, bytes, request }: Piece): void {
  if (stream.bytes.length === 0) stream.request = request;
  const fresh = bytes.subarray((stream.next - seq) >>> 0);
  stream.bytes = Buffer.concat([stream.bytes, fresh]);
  stream.next = (stream.next + fresh.length) >>> 0;
}

/** As the nodes name the connection in their memory: a server by the client's name and port, a client by its port. */
function keyOf({ client, server, port, isClientHere }: Ends): string {
  return isClientHere ? `${client} tcp :${port}` : `${server} tcp ${client}:${port}`;
}

function endsOf({ from, to }: ClusterMessage, segment: Segment, here: NodeId): Ends {
  return isClient(from)
    ? { client: from, server: to, port: segment.sourcePort, isClientHere: here === from }
    : { client: to, server: from, port: segment.destinationPort, isClientHere: here === to };
}
