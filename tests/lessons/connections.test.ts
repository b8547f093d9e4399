/** Lessons tcp, udp and layers show T19 to T24. Expected: docs/lessons.md, and RFC 9293 where it names a figure. */
import { describe, expect, it } from 'vitest';
import layers from '../../src/lessons/layers/lesson.ts';
import tcp from '../../src/lessons/tcp/lesson.ts';
import udp from '../../src/lessons/udp/lesson.ts';
import { memoryOf, type Seen, seenAt, seenAtClosing, seenAtOpening } from '../support/lesson-scenes.ts';
import { actsAtMostOnce } from '../support/tcp-invariants.ts';
import { transportLinesOf } from '../support/transport.ts';

function linesOf({ events }: Seen): readonly string[] {
  return transportLinesOf(events);
}

function segmentsOf(seen: Seen): readonly string[] {
  return linesOf(seen).filter((line) => / -[>x] /.test(line));
}

function statesOf(node: string, seen: Seen): readonly string[] {
  return linesOf(seen).flatMap((line) => {
    const [, state] = new RegExp(`^${node} ([A-Z][A-Z0-9-]+)$`).exec(line) ?? [];
    return state === undefined ? [] : [state];
  });
}

/** RFC 9293, figure 6. */
const handshake = [
  'client -> server-1 <SEQ=100><CTL=SYN>',
  'server-1 -> client <SEQ=300><ACK=101><CTL=SYN,ACK>',
  'client -> server-1 <SEQ=101><ACK=301><CTL=ACK>',
];
const hello = 'client -> server-1 <SEQ=101><ACK=301><DATA=6><CTL=ACK>';
const receipt = 'server-1 -> client <SEQ=301><ACK=107><CTL=ACK>';

describe('the lesson of TCP', () => {
  it('T19: opens with figure 6, both ends ESTABLISHED', () => {
    const seen = seenAtOpening(tcp);
    expect(segmentsOf(seen)).toEqual(handshake);
    expect(statesOf('client', seen)).toEqual(['SYN-SENT', 'ESTABLISHED']);
    expect(statesOf('server-1', seen)).toEqual(['SYN-RECEIVED', 'ESTABLISHED']);
  });

  it('T19: closes through the states of figure 12, and the client forgets last', () => {
    const seen = seenAt(tcp, 'farewell');
    expect(statesOf('client', seen)).toEqual([
      ...['SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT', 'CLOSED'],
    ]);
    expect(statesOf('server-1', seen)).toEqual([
      ...['SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED'],
    ]);
    expect(linesOf(seen).at(-1)).toBe('client CLOSED');
  });

  it('T20: lost data is retransmitted with the same sequence number, and acknowledged', () => {
    expect(segmentsOf(seenAt(tcp, 'data-lost')).slice(3)).toEqual([
      `${hello.replace('->', '-x')} (dropped)`,
      hello,
      receipt,
    ]);
  });

  it('T20: after a lost acknowledgment, the duplicate is discarded and acknowledged again', () => {
    const seen = seenAt(tcp, 'acknowledgment-lost');
    expect(segmentsOf(seen).slice(3)).toEqual([
      hello,
      `${receipt.replace('->', '-x')} (dropped)`,
      hello,
      receipt,
    ]);
    expect(memoryOf('server-1', seen)).toContainEqual(
      expect.objectContaining({ kind: 'tcp-stream', text: 'hello\n' }),
    );
  });

  it('T21: a rebooted server responds with a reset, and the client drops the connection', () => {
    const seen = seenAt(tcp, 'rebooted');
    expect(segmentsOf(seen).slice(-2)).toEqual([
      'client -> server-1 <SEQ=107><ACK=301><DATA=6><CTL=ACK>',
      'server-1 -> client <SEQ=301><CTL=RST>',
    ]);
    expect(statesOf('client', seen).at(-1)).toBe('CLOSED');
    const { run } = seen;
    expect(statesOf('client', { ...seen, events: run.events }).at(-1)).toBe('ESTABLISHED');
  });

  it('T21: a dark host sends no reset: the client retransmits until the user timeout', () => {
    const seen = seenAt(tcp, 'dark');
    const sent = seen.events.filter(
      (event) => event.kind === 'message-sent' && event.message.request === 'client/3',
    );
    const [first] = sent;
    expect(sent.map(({ atUs }) => (atUs - (first?.atUs ?? 0)) / 1_000_000)).toEqual([0, 1, 3, 7, 15, 31, 63]);
    const settled = seen.events.find(
      (event) => event.kind === 'request-settled' && event.request === 'client/3',
    );
    expect(settled).toMatchObject({ outcome: 'timed-out' });
    expect(((settled?.atUs ?? 0) - (first?.atUs ?? 0)) / 1_000_000).toBe(100);
    expect(segmentsOf(seen).some((line) => line.includes('RST'))).toBe(false);
  });

  it('T21: another server behind the address does not have the connection', () => {
    const seen = seenAt(tcp, 'another-server');
    expect(segmentsOf(seen).at(-1)).toBe('server-2 -> client <SEQ=301><CTL=RST>');
    expect(memoryOf('client', seen)).toEqual([]);
  });

  it('closes with a restart that ends a connection, and that UDP does not notice', () => {
    const [connected, connectionless] = seenAtClosing(tcp);
    expect(segmentsOf(connected).at(-1)).toContain('RST');
    expect(segmentsOf(connectionless)).toEqual(['client -> server-1 hello', 'client -> server-1 again']);
  });
});

describe('the lesson of UDP', () => {
  const servers = ['client', 'server-1'];

  it('T22: opens with a delivered datagram, and no memory on either end', () => {
    const seen = seenAtOpening(udp);
    expect(segmentsOf(seen)).toEqual(['client -> server-1 one']);
    for (const node of servers) expect(memoryOf(node, seen)).toEqual([]);
  });

  it('T22: a lost datagram stays lost, and the sender continues', () => {
    const seen = seenAt(udp, 'lost');
    expect(segmentsOf(seen).at(-1)).toBe('client -x server-1 two (dropped)');
    const whole = transportLinesOf(seen.run.events);
    expect(whole.filter((line) => line.includes('two'))).toHaveLength(1);
    expect(whole).toContain('client/3 sent');
  });

  it('T22: a restart between two datagrams goes unnoticed', () => {
    const seen = seenAt(udp, 'restarted');
    expect(linesOf(seen).filter((line) => !line.startsWith('client/'))).toEqual([
      'client -> server-1 one',
      'server-1 crashes',
      'server-1 starts',
      'client -> server-1 two',
    ]);
  });

  it('T22: datagrams are duplicated and reordered', () => {
    const arrived = segmentsOf(seenAt(udp, 'twice-and-out-of-order')).map((line) => line.split(' ').at(-1));
    expect(arrived.length).toBeGreaterThan(3);
    expect(new Set(arrived)).toEqual(new Set(['one', 'two', 'three']));
    expect(arrived.indexOf('three')).toBeLessThan(arrived.indexOf('two'));
  });

  it('T23: the application retries a lost request, which it remembers', () => {
    const seen = seenAt(udp, 'asked-again');
    expect(segmentsOf(seen)).toEqual([
      'client -x server-1 REQUEST 1 one coffee (dropped)',
      'client -> server-1 REQUEST 1 one coffee',
      'server-1 -> client REPLY 1 OK one coffee',
    ]);
  });

  it('T23: without memory the server executes a request twice, with memory once', () => {
    const forgetful = seenAt(udp, 'done-twice');
    expect(actsAtMostOnce(forgetful.events)).toHaveLength(1);
    expect(memoryOf('server-1', forgetful)).toEqual([]);
    const remembering = seenAt(udp, 'remembered');
    expect(actsAtMostOnce(remembering.events)).toEqual([]);
    expect(memoryOf('server-1', remembering)).toContainEqual(
      expect.objectContaining({ kind: 'udp-latest', number: 1, reply: 'OK one coffee' }),
    );
    expect(segmentsOf(remembering)).toEqual(segmentsOf(forgetful));
  });

  it('closes with a restart that UDP does not notice, and that ends a connection', () => {
    const [connectionless, connected] = seenAtClosing(udp);
    expect(segmentsOf(connectionless).at(-1)).toBe('client -> server-1 three');
    expect(segmentsOf(connected).at(-1)).toContain('RST');
  });
});

describe('the lesson of the layers', () => {
  /** Opened connections and the start lines of the HTTP messages over them. */
  function overTcp({ events }: Seen): string[] {
    return events.flatMap((event) => {
      if (event.kind !== 'message-delivered' || event.message.body.kind !== 'tcp-segment') return [];
      const { from, to, body } = event.message;
      if (body.control.includes('RST')) return [`${from} -> ${to} RST`];
      if (body.control.includes('SYN') && body.ack === null) return [`${from} -> ${to} SYN`];
      return body.data === '' ? [] : [`${from} -> ${to} ${body.data.split('\r\n')[0]}`];
    });
  }

  it('T24: three requests use one connection', () => {
    const seen = seenAt(layers, 'one-connection');
    const opened = overTcp(seen).filter((line) => line.endsWith('SYN'));
    expect(opened).toEqual(['client -> server-1 SYN']);
    expect(overTcp(seen).filter((line) => line.includes('200 OK'))).toHaveLength(3);
  });

  it('T24: the connection ends with its server', () => {
    const seen = seenAt(layers, 'connection-lost');
    expect(overTcp(seen).slice(-2)).toEqual([
      'client -> server-2 POST /shop HTTP/1.1',
      'server-2 -> client RST',
    ]);
    expect(memoryOf('client', seen).map(({ kind }) => kind)).toEqual(['conversation']);
  });

  it.each(['purchase-goes-on', 'session-beside-the-servers', 'signed-token'])(
    'T24: %s: the next request succeeds on a new connection to another server',
    (scene) => {
      const seen = seenAt(layers, scene);
      const again = overTcp(seen).slice(-3);
      expect(again[0]).toBe('client -> server-2 SYN');
      expect(again[1]).toMatch(/^client -> server-2 (POST \/shop|GET \/me) HTTP/);
      expect(again[2]).toBe('server-2 -> client HTTP/1.1 200 OK');
      expect(seen.arrow).toContain('server-2');
    },
  );

  it('closes with a purchase in the server’s memory, which is lost with the connection', () => {
    const [carried, kept] = seenAtClosing(layers);
    expect(overTcp(carried).filter((line) => line.includes('422'))).toEqual([]);
    expect(overTcp(kept)).toContain('server-2 -> client HTTP/1.1 422 Unprocessable Content');
  });
});
