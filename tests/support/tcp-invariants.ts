/**
 * Invariants of every run over TCP and UDP, checked from a trace's events alone, without knowledge of the endpoints'
 * implementation. Each checker returns its findings as text; an empty list means a valid trace.
 */
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import { has, type Segment, segmentLength } from '../../src/simulation/protocols/tcp/segment.ts';
import { advance, distance, offset } from '../../src/simulation/protocols/tcp/sequence.ts';

type Events = readonly ClusterEvent[];

/** Everything that each client has sent on a connection, by its port: the text and its initial sequence number. */
class SentStreams {
  readonly #streams = new Map<string, { first: number; text: string }>();

  follow(event: ClusterEvent): void {
    if (event.kind !== 'message-sent' || event.message.body.kind !== 'tcp-segment') return;
    const { from, body: segment } = event.message;
    const key = `${from}:${segment.sourcePort}`;
    if (has(segment, 'SYN') && segment.ack === null && !this.#streams.has(key)) {
      this.#streams.set(key, { first: advance(segment.seq, 1), text: '' });
    }
    const stream = this.#streams.get(key);
    if (stream === undefined || segment.data === '') return;
    const isNext = distance(stream.first, segment.seq) === Buffer.byteLength(stream.text);
    if (isNext) stream.text += segment.data;
  }

  textOf(key: string): string | null {
    return this.#streams.get(key)?.text ?? null;
  }
}

/** The text an application received on a connection is a prefix of what its peer sent: no byte twice, none missing. */
export function streamsInOrder(events: Events): string[] {
  const sent = new SentStreams();
  const told = new Map<string, string>();
  return events.flatMap((event) => {
    sent.follow(event);
    if (event.kind === 'node-crashed') {
      for (const key of told.keys()) if (key.startsWith(`${event.node} `)) told.delete(key);
    }
    if (event.kind === 'forgot') told.delete(`${event.node} ${event.key}`);
    if (event.kind !== 'remembered' || event.item.kind !== 'tcp-stream') return [];
    const before = told.get(`${event.node} ${event.key}`) ?? '';
    const { text } = event.item;
    told.set(`${event.node} ${event.key}`, text);
    const whole = sent.textOf(event.key.replace('stream tcp ', ''));
    const wrong: string[] = [];
    if (!text.startsWith(before)) wrong.push(`${event.node} receives wrong data at event ${event.id}`);
    if (whole?.startsWith(text) !== true) {
      wrong.push(`${event.node} receives data that was not sent at event ${event.id}`);
    }
    return wrong;
  });
}

/** No endpoint acknowledges a sequence number that its peer hasn't used. */
export function honestAcknowledgments(events: Events): string[] {
  const ends = new Map<string, number>();
  return events.flatMap((event) => {
    if (event.kind !== 'message-sent' || event.message.body.kind !== 'tcp-segment') return [];
    const { from, to, body: segment } = event.message;
    const [clientPort, client] = isFromClient(segment)
      ? [segment.sourcePort, from]
      : [segment.destinationPort, to];
    const side = isFromClient(segment) ? 'client' : 'server';
    const key = (which: string) => `${client}:${clientPort} ${which}`;
    const end = advance(segment.seq, segmentLength(segment));
    const known = ends.get(key(side));
    if (!has(segment, 'RST') && (known === undefined || offset(known, end) > 0)) ends.set(key(side), end);
    const peerEnd = ends.get(key(side === 'client' ? 'server' : 'client'));
    if (segment.ack === null || peerEnd === undefined || offset(peerEnd, segment.ack) <= 0) return [];
    return [
      `${from} acknowledges ${segment.ack} at event ${event.id}, but its peer has sent only up to ${peerEnd}`,
    ];
  });
}

function isFromClient(segment: Segment): boolean {
  return segment.sourcePort >= 49_152;
}

/** A connection's sequence numbers never decrease, and only sent data is acknowledged. */
export function numbersGoForward(events: Events): string[] {
  const blocks = new Map<string, { sndUna: number; sndNxt: number; rcvNxt: number; irs: number }>();
  return events.flatMap((event) => {
    if (event.kind === 'forgot') blocks.delete(`${event.node} ${event.key}`);
    if (event.kind === 'node-crashed') {
      for (const key of blocks.keys()) if (key.startsWith(`${event.node} `)) blocks.delete(key);
    }
    if (event.kind !== 'remembered' || event.item.kind !== 'tcp-connection') return [];
    const { connection } = event.item;
    const key = `${event.node} ${event.key}`;
    const before = blocks.get(key);
    blocks.set(key, connection);
    const wrong: string[] = [];
    if (offset(connection.sndNxt, connection.sndUna) > 0) wrong.push('acknowledged before it was sent');
    if (before !== undefined) {
      if (offset(before.sndUna, connection.sndUna) < 0) wrong.push('SND.UNA decreases');
      if (offset(before.sndNxt, connection.sndNxt) < 0) wrong.push('SND.NXT decreases');
      // Before the peer's SYN, RCV.NXT is meaningless.
      const knows = before.irs !== 0 && before.irs === connection.irs;
      if (knows && offset(before.rcvNxt, connection.rcvNxt) < 0) wrong.push('RCV.NXT decreases');
    }
    return wrong.map((each) => `${key} at event ${event.id}: ${each}`);
  });
}

/**
 * An at-most-once server executes no request twice in one life. Two servers can: each remembers its own, and the
 * cluster sends a client's retry to another one when a server has gone or come back in between.
 */
export function actsAtMostOnce(events: Events): string[] {
  const received = new Map<number, string>();
  const acted = new Set<string>();
  return events.flatMap((event) => {
    if (event.kind === 'node-crashed' || event.kind === 'node-left') {
      for (const act of acted) if (act.startsWith(`${event.node} `)) acted.delete(act);
    }
    if (event.kind === 'message-delivered') received.set(event.id, event.message.to);
    if (event.kind !== 'request-reached' || event.milestone !== 'arrived') return [];
    const act = `${received.get(event.cause ?? -1)} ${event.request}`;
    if (acted.has(act)) return [`${event.request} is executed again at event ${event.id}`];
    acted.add(act);
    return [];
  });
}
