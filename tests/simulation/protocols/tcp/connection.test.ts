import { describe, expect, it } from 'vitest';
import { establishedPair, fly, inFigure, isReset, Peer } from '../../../support/tcp-peer.ts';

const SECOND_US = 1_000_000;

/** Lets the retransmission timer expire. Returns when, in seconds. */
function retransmissions(peer: Peer): number[] {
  const seconds: number[] = [];
  while (peer.timers.has('retransmission')) {
    const [next] = [...peer.timers].sort(([, one], [, other]) => one - other);
    if (next === undefined || next[0] === 'user-timeout') break;
    peer.expire('retransmission');
    seconds.push(peer.nowUs / SECOND_US);
  }
  return seconds;
}

describe('lost data (T20)', () => {
  it('is retransmitted when the timer expires, with the same sequence number, and acknowledged', () => {
    const [a, b] = establishedPair(100, 300);
    a.send('hello');
    const lost = a.take();
    a.expire('retransmission');
    const again = a.take();
    expect(inFigure(again)).toBe(inFigure(lost));
    b.arrive(again);
    expect(fly(b, a)).toBe('ESTABLISHED --> <SEQ=301><ACK=106><CTL=ACK> --> ESTABLISHED');
    expect(b.received).toBe('hello');
    expect([...a.timers]).toEqual([]);
  });

  it('is acknowledged again when only the acknowledgment was lost, and the duplicate is discarded', () => {
    const [a, b] = establishedPair(100, 300);
    a.send('hello');
    b.arrive(a.take());
    const lost = b.take();
    a.expire('retransmission');
    b.arrive(a.take());
    expect(inFigure(b.take())).toBe(inFigure(lost));
    expect(b.received).toBe('hello');
  });

  it('is withheld from the application until the data before it arrives', () => {
    const [a, b] = establishedPair(100, 300);
    for (const text of ['one ', 'two ', 'three']) a.send(text);
    const [first, second, third] = [a.take(), a.take(), a.take()];
    for (const segment of [third, second]) b.arrive(segment);
    expect(b.received).toBe('');
    // Each of them is answered by the sequence number that is missing.
    expect([inFigure(b.take()), inFigure(b.take())]).toEqual(Array(2).fill('<SEQ=301><ACK=101><CTL=ACK>'));
    b.arrive(first);
    expect(b.received).toBe('one two three');
    expect(inFigure(b.take())).toBe('<SEQ=301><ACK=114><CTL=ACK>');
  });

  it("acknowledges everything that arrived meanwhile when it's retransmitted", () => {
    const [a, b] = establishedPair(100, 300);
    a.send('hello');
    a.take();
    b.send('hi');
    a.arrive(b.take());
    a.take();
    a.expire('retransmission');
    expect(inFigure(a.take())).toBe('<SEQ=101><ACK=303><DATA=5><CTL=ACK>');
  });

  it('is accepted from a segment with an old acknowledgment', () => {
    const [a, b] = establishedPair(100, 300);
    b.send('late');
    const late = b.take();
    a.send('hello');
    b.arrive(a.take());
    a.arrive(b.take());
    a.arrive(late);
    expect(a.received).toBe('late');
    expect(inFigure(a.take())).toBe('<SEQ=106><ACK=305><CTL=ACK>');
    expect(a.outbox).toEqual([]);
  });

  it('is retransmitted with delays of 1, 2, 4, 8, 16 and 32 seconds, and given up after the user timeout', () => {
    const [a] = establishedPair(100, 300);
    a.send('hello');
    expect(retransmissions(a)).toEqual([1, 3, 7, 15, 31, 63]);
    a.expire('user-timeout');
    expect([a.nowUs, a.state, a.told.at(-1)]).toEqual([100 * SECOND_US, 'CLOSED', 'timed-out']);
    expect([...a.timers]).toEqual([]);
  });

  it('has a user timeout of three minutes for a SYN (MUST-23)', () => {
    const a = new Peer('client');
    a.open(100);
    expect(retransmissions(a)).toEqual([1, 3, 7, 15, 31, 63, 123]);
    a.expire('user-timeout');
    expect([a.nowUs, a.state, a.told]).toEqual([180 * SECOND_US, 'CLOSED', ['timed-out']]);
  });

  it('has a timeout of 3 seconds when a SYN was lost before (RFC 6298 (5.7))', () => {
    const [a, b] = [new Peer('client'), new Peer('server')];
    b.listen();
    a.open(100);
    a.take();
    a.expire('retransmission');
    b.arrive(a.take(), 300);
    a.arrive(b.take());
    a.send('hello');
    expect(a.timers.get('retransmission')).toBe(a.nowUs + 3 * SECOND_US);
  });

  it('gives no round-trip sample when its segment was sent twice (Karn)', () => {
    const [a, b] = establishedPair(100, 300, { rtoMinUs: 0 });
    a.send('hello');
    a.take();
    a.expire('retransmission');
    b.arrive(a.take());
    a.nowUs += 70_000;
    a.arrive(b.take());
    expect(a.tcb).toMatchObject({ timeout: { backoffs: 1, estimate: { srttUs: 0 } } });
    a.send('again');
    b.arrive(a.take());
    a.nowUs += 80_000;
    a.arrive(b.take());
    expect(a.tcb).toMatchObject({ timeout: { backoffs: 0, estimate: { srttUs: 10_000 } } });
  });

  it('restarts the timer with every new acknowledgment (RFC 6298 (5.3))', () => {
    const [a, b] = establishedPair(100, 300);
    a.send('one');
    a.send('two');
    b.arrive(a.take());
    a.nowUs += 400_000;
    a.arrive(b.take());
    expect(a.timers.get('retransmission')).toBe(1_400_000);
    expect(a.timers.get('user-timeout')).toBe(100_400_000);
  });
});

describe('SEND', () => {
  it('splits data that is longer than a segment, and pushes the last part (MUST-61)', () => {
    const [a, b] = establishedPair(100, 300, { mssBytes: 10 });
    a.send('커피 한 잔 주세요');
    const segments = [a.take(), a.take(), a.take()];
    expect(segments.map(({ data, control }) => [data, control])).toEqual([
      ['커피 한', []],
      [' 잔 주', []],
      ['세요', ['PSH']],
    ]);
    for (const segment of segments) b.arrive(segment);
    expect(b.received).toBe('커피 한 잔 주세요');
  });

  it('before the handshake is complete waits for it', () => {
    const [a, b] = [new Peer('client'), new Peer('server')];
    b.listen();
    a.open(100);
    a.send('early');
    const lines = [fly(a, b, 300), fly(b, a), fly(a, b), fly(a, b)];
    expect(lines.at(-1)).toBe('ESTABLISHED --> <SEQ=101><ACK=301><DATA=5><CTL=ACK> --> ESTABLISHED');
    expect(b.received).toBe('early');
  });

  it('carries the acknowledgment of data that has just arrived', () => {
    const [a, b] = [new Peer('client'), new Peer('server')];
    b.listen();
    a.open(100);
    a.send('hello');
    b.arrive(a.take(), 300);
    b.send('welcome');
    a.arrive(b.take());
    const [, data] = [a.take(), a.take()];
    b.arrive(data);
    expect(inFigure(b.take())).toBe('<SEQ=301><ACK=106><DATA=7><CTL=ACK>');
    expect(b.outbox).toEqual([]);
  });

  it("sends no more than fits the peer's window, and the rest after an acknowledgment", () => {
    const [a, b] = establishedPair(100, 300, { mssBytes: 10_000 });
    a.send('x'.repeat(100_000));
    expect(a.outbox).toHaveLength(6);
    while (a.outbox.length + b.outbox.length > 0) {
      if (a.outbox.length > 0) b.arrive(a.take());
      else a.arrive(b.take());
    }
    expect(b.received).toHaveLength(100_000);
  });

  it.each([
    ['no connection', () => new Peer('client'), 'connection-does-not-exist'],
    ['a closing connection', closing, 'connection-closing'],
    ['a listener', listener, 'remote-socket-unspecified'],
  ])('on %s is an error', (_, peer, error) => {
    const a = peer();
    a.send('late');
    expect(a.told.at(-1)).toBe(`error: ${error}`);
    expect(a.outbox).toEqual([]);
  });
});

function closing(): Peer {
  const [a] = establishedPair(100, 300);
  a.close();
  a.take();
  return a;
}

function listener(): Peer {
  const a = new Peer('server');
  a.listen();
  return a;
}

describe('CLOSE', () => {
  it('sends the queued data, then the FIN', () => {
    const [a, b] = [new Peer('client'), new Peer('server')];
    b.listen();
    a.open(100);
    b.arrive(a.take(), 300);
    b.send('welcome');
    b.close();
    expect(b.state).toBe('SYN-RECEIVED');
    a.arrive(b.take());
    b.arrive(a.take());
    expect([fly(b, a), fly(b, a)]).toEqual([
      'FIN-WAIT-1 --> <SEQ=301><ACK=101><DATA=7><CTL=ACK> --> ESTABLISHED',
      'FIN-WAIT-1 --> <SEQ=308><ACK=101><CTL=FIN,ACK> --> CLOSE-WAIT',
    ]);
    expect(a.received).toBe('welcome');
  });

  it('lets the other end continue to send', () => {
    const [a, b] = establishedPair(100, 300);
    a.close();
    b.arrive(a.take());
    a.arrive(b.take());
    b.send('one more thing');
    expect(fly(b, a)).toMatch(/^CLOSE-WAIT .* FIN-WAIT-2$/);
    expect(a.received).toBe('one more thing');
  });

  it('is an error the second time, and where there is no connection', () => {
    const a = closing();
    a.close();
    expect(a.told.at(-1)).toBe('error: connection-closing');
    const none = new Peer('client');
    none.close();
    expect(none.told).toEqual(['error: connection-does-not-exist']);
  });

  it('before a SYN is answered forgets the connection', () => {
    const a = new Peer('client');
    a.open(100);
    a.close();
    expect([a.state, [...a.timers], a.told]).toEqual(['CLOSED', [], ['closed']]);
  });

  it('is acknowledged again when the peer repeats its FIN, and TIME-WAIT restarts', () => {
    const [a, b] = establishedPair(100, 300);
    a.close();
    b.arrive(a.take());
    a.arrive(b.take());
    b.close();
    a.arrive(b.take());
    const lost = a.take();
    b.expire('retransmission');
    a.nowUs = b.nowUs;
    a.arrive(b.take());
    expect(a.timers.get('time-wait')).toBe(241 * SECOND_US);
    expect(inFigure(a.take())).toBe(inFigure(lost));
  });
});

describe('ABORT', () => {
  it('sends a reset to the other end, which tells its application', () => {
    const [a, b] = establishedPair(100, 300);
    a.abort();
    expect(fly(a, b)).toBe('CLOSED --> <SEQ=101><CTL=RST> --> CLOSED');
    expect(b.told).toEqual(['established', 'reset']);
  });

  it('sends nothing to a peer that has no connection yet', () => {
    const a = new Peer('client');
    a.open(100);
    a.take();
    a.abort();
    expect([a.state, a.outbox, [...a.timers]]).toEqual(['CLOSED', [], []]);
  });
});

describe('a reset (RFC 9293 §3.5.3)', () => {
  it('refuses a connection that is being opened', () => {
    const [a, b] = [new Peer('client'), new Peer('server')];
    a.open(100);
    expect([fly(a, b), fly(b, a)]).toEqual([
      'SYN-SENT --> <SEQ=100><CTL=SYN> --> CLOSED',
      'CLOSED --> <SEQ=0><ACK=101><CTL=RST,ACK> --> CLOSED',
    ]);
    expect([a.told, [...a.timers]]).toEqual([['refused'], []]);
  });

  it("that doesn't acknowledge the SYN is dropped in SYN-SENT", () => {
    const a = new Peer('client');
    a.open(100);
    a.arriveText('<SEQ=0><ACK=100><CTL=RST,ACK>');
    a.arriveText('<SEQ=300><CTL=RST>');
    expect(a.state).toBe('SYN-SENT');
    // Not even a wrong reset is answered by a reset.
    expect(a.outbox).toHaveLength(1);
  });

  it('in TIME-WAIT ends a connection that lost no data', () => {
    const [a, b] = establishedPair(100, 300);
    a.close();
    b.arrive(a.take());
    a.arrive(b.take());
    b.close();
    a.arrive(b.take());
    a.arriveText('<SEQ=302><CTL=RST>');
    expect([a.state, a.told.at(-1), [...a.timers]]).toEqual(['CLOSED', 'closed', []]);
  });

  it('returns a passively opened connection to LISTEN, and refuses an actively opened one', () => {
    const passive = new Peer('server');
    passive.listen();
    passive.arriveText('<SEQ=100><CTL=SYN>', 300);
    passive.arriveText('<SEQ=101><CTL=RST>');
    expect([passive.state, [...passive.timers], passive.told]).toEqual(['LISTEN', [], []]);
    const active = new Peer('client');
    active.open(300);
    active.arriveText('<SEQ=100><CTL=SYN>');
    active.arriveText('<SEQ=101><CTL=RST>');
    expect([active.state, [...active.timers], active.told]).toEqual(['CLOSED', [], ['refused']]);
  });

  it('outside the window is dropped, and in the window but not next is challenged (RFC 5961 §3)', () => {
    const [a] = establishedPair(100, 300);
    a.arriveText('<SEQ=300><CTL=RST>');
    expect([a.state, a.outbox]).toEqual(['ESTABLISHED', []]);
    a.arriveText('<SEQ=302><CTL=RST>');
    expect([a.state, inFigure(a.take())]).toEqual(['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK>']);
    a.arriveText('<SEQ=301><CTL=RST>');
    expect([a.state, a.told.at(-1)]).toEqual(['CLOSED', 'reset']);
  });
});

describe('an unacceptable segment', () => {
  it('is answered with the expected numbers, in every synchronized state (RFC 9293 §3.5.2, group 3)', () => {
    const [a] = establishedPair(100, 300);
    for (const text of [
      '<SEQ=100000><ACK=101><CTL=ACK>',
      '<SEQ=301><ACK=102><CTL=ACK>',
      '<SEQ=400><CTL=SYN>',
    ]) {
      a.arriveText(text);
      expect(inFigure(a.take())).toBe('<SEQ=101><ACK=301><CTL=ACK>');
    }
    expect(a.state).toBe('ESTABLISHED');
  });

  it('is reset in SYN-RECEIVED when it acknowledges data that was never sent', () => {
    const b = new Peer('server');
    b.listen();
    b.arriveText('<SEQ=100><CTL=SYN>', 300);
    b.take();
    b.arriveText('<SEQ=101><ACK=400><CTL=ACK>');
    const reset = b.take();
    expect([inFigure(reset), isReset(reset), b.state]).toEqual(['<SEQ=400><CTL=RST>', true, 'SYN-RECEIVED']);
  });

  it("with an acknowledgment for an older connection doesn't start an endless exchange", () => {
    const [a, b] = establishedPair(100, 300);
    a.arriveText('<SEQ=301><ACK=4000000000><CTL=ACK>');
    b.arrive(a.take());
    expect(b.outbox).toEqual([]);
  });
});

describe('a SYN', () => {
  it('may carry data, which the application gets after the handshake', () => {
    const b = new Peer('server');
    b.listen();
    const syn = { sourcePort: 49_152, destinationPort: 80, seq: 100, ack: null, control: ['SYN'] } as const;
    b.arrive({ kind: 'tcp-segment', ...syn, data: 'fast' }, 300);
    expect([inFigure(b.take()), b.received]).toEqual(['<SEQ=300><ACK=101><CTL=SYN,ACK>', '']);
    b.arriveText('<SEQ=101><ACK=301><CTL=ACK>');
    expect(b.received).toBe('fast');
    expect(inFigure(b.take())).toBe('<SEQ=301><ACK=105><CTL=ACK>');
  });

  it('may carry data in the other direction, too, with the acknowledgment', () => {
    const a = new Peer('client');
    a.open(100);
    a.take();
    const ports = { sourcePort: 80, destinationPort: 49_152 };
    a.arrive({ kind: 'tcp-segment', ...ports, seq: 300, ack: 101, control: ['SYN'], data: 'fast' });
    expect([a.state, a.received, inFigure(a.take())]).toEqual([
      'ESTABLISHED',
      'fast',
      '<SEQ=101><ACK=305><CTL=ACK>',
    ]);
  });
});
