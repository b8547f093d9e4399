/** The figures of RFC 9293, number by number: each line is a line of the figure, from sender to receiver. */
import { describe, expect, it } from 'vitest';
import { establishedPair, fly, inFigure, Peer } from '../../../support/tcp-peer.ts';

function clientAndServer(): [Peer, Peer] {
  const [a, b] = [new Peer('client'), new Peer('server')];
  b.listen();
  return [a, b];
}

describe('RFC 9293', () => {
  it('figure 6: basic three-way handshake', () => {
    const [a, b] = clientAndServer();
    expect([a.state, b.state]).toEqual(['CLOSED', 'LISTEN']);
    a.open(100);
    const lines = [fly(a, b, 300), fly(b, a), fly(a, b)];
    a.send('hello');
    expect([...lines, fly(a, b)]).toEqual([
      'SYN-SENT --> <SEQ=100><CTL=SYN> --> SYN-RECEIVED',
      'SYN-RECEIVED --> <SEQ=300><ACK=101><CTL=SYN,ACK> --> ESTABLISHED',
      'ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK> --> ESTABLISHED',
      'ESTABLISHED --> <SEQ=101><ACK=301><DATA=5><CTL=ACK> --> ESTABLISHED',
    ]);
    expect([a.told, b.told, b.received]).toEqual([['established'], ['established'], 'hello']);
  });

  it('figure 7: simultaneous connection synchronization', () => {
    const [a, b] = [new Peer('client'), new Peer('server')];
    a.open(100);
    b.open(300);
    const delayed = a.take();
    const third = fly(b, a);
    b.arrive(delayed);
    const fourth = [inFigure(delayed), b.state];
    const delayedAgain = a.take();
    const sixth = fly(b, a);
    b.arrive(delayedAgain);
    expect(third).toBe('SYN-SENT --> <SEQ=300><CTL=SYN> --> SYN-RECEIVED');
    expect(fourth).toEqual(['<SEQ=100><CTL=SYN>', 'SYN-RECEIVED']);
    expect(sixth).toBe('SYN-RECEIVED --> <SEQ=300><ACK=101><CTL=SYN,ACK> --> ESTABLISHED');
    expect([inFigure(delayedAgain), b.state]).toEqual(['<SEQ=100><ACK=301><CTL=SYN,ACK>', 'ESTABLISHED']);
    expect([a.outbox, b.outbox]).toEqual([[], []]);
  });

  it('figure 8: recovery from an old duplicate SYN', () => {
    const [a, b] = clientAndServer();
    a.open(100);
    const delayed = a.take();
    b.arriveText('<SEQ=90><CTL=SYN>', 300);
    const lines = [fly(b, a), fly(a, b)];
    b.arrive(delayed, 400);
    expect([...lines, fly(b, a), fly(a, b)]).toEqual([
      'SYN-RECEIVED --> <SEQ=300><ACK=91><CTL=SYN,ACK> --> SYN-SENT',
      'SYN-SENT --> <SEQ=91><CTL=RST> --> LISTEN',
      'SYN-RECEIVED --> <SEQ=400><ACK=101><CTL=SYN,ACK> --> ESTABLISHED',
      'ESTABLISHED --> <SEQ=101><ACK=401><CTL=ACK> --> ESTABLISHED',
    ]);
    expect(b.told).toEqual(['established']);
  });

  it('figure 9: a half-open connection is discovered by the end that opens again', () => {
    const [b, a] = establishedPair(299, 99);
    a.reboot();
    a.open(400);
    expect([fly(a, b), fly(b, a), fly(a, b)]).toEqual([
      'SYN-SENT --> <SEQ=400><CTL=SYN> --> ESTABLISHED',
      'ESTABLISHED --> <SEQ=300><ACK=100><CTL=ACK> --> SYN-SENT',
      'SYN-SENT --> <SEQ=100><CTL=RST> --> CLOSED',
    ]);
    expect(b.told).toEqual(['established', 'reset']);
    a.expire('retransmission');
    b.listen();
    expect(fly(a, b)).toBe('SYN-SENT --> <SEQ=400><CTL=SYN> --> SYN-RECEIVED');
  });

  it('figure 10: a half-open connection is discovered by the end that sends', () => {
    const [b, a] = establishedPair(299, 99);
    a.reboot();
    b.send('ten bytes!');
    expect([fly(b, a), fly(a, b)]).toEqual([
      'ESTABLISHED --> <SEQ=300><ACK=100><DATA=10><CTL=ACK> --> CLOSED',
      'CLOSED --> <SEQ=100><CTL=RST> --> CLOSED',
    ]);
    expect(b.told).toEqual(['established', 'reset']);
    expect(a.received).toBe('');
  });

  it('figure 11: an old duplicate SYN initiates a reset on two passive sockets', () => {
    const [a, b] = [new Peer('client'), new Peer('server')];
    a.listen();
    b.listen();
    b.arriveText('<SEQ=7000><CTL=SYN>', 8000);
    expect([fly(b, a), fly(a, b)]).toEqual([
      'SYN-RECEIVED --> <SEQ=8000><ACK=7001><CTL=SYN,ACK> --> LISTEN',
      'LISTEN --> <SEQ=7001><CTL=RST> --> LISTEN',
    ]);
  });

  it('figure 12: normal close sequence', () => {
    const [a, b] = establishedPair(99, 299);
    a.close();
    const lines = [fly(a, b), fly(b, a)];
    b.close();
    expect([...lines, fly(b, a), fly(a, b)]).toEqual([
      'FIN-WAIT-1 --> <SEQ=100><ACK=300><CTL=FIN,ACK> --> CLOSE-WAIT',
      'CLOSE-WAIT --> <SEQ=300><ACK=101><CTL=ACK> --> FIN-WAIT-2',
      'LAST-ACK --> <SEQ=300><ACK=101><CTL=FIN,ACK> --> TIME-WAIT',
      'TIME-WAIT --> <SEQ=101><ACK=301><CTL=ACK> --> CLOSED',
    ]);
    expect([...a.timers]).toEqual([['time-wait', 240_000_000]]);
    expect([...b.timers]).toEqual([]);
    a.expire('time-wait');
    expect(a.state).toBe('CLOSED');
    expect(a.told).toEqual(['established', 'peer-closed', 'closed']);
    expect(b.told).toEqual(['established', 'peer-closed', 'closed']);
  });

  it('figure 13: simultaneous close sequence', () => {
    const [a, b] = establishedPair(99, 299);
    a.close();
    b.close();
    const [fromA, fromB] = [a.take(), b.take()];
    a.arrive(fromB);
    b.arrive(fromA);
    expect([inFigure(fromA), inFigure(fromB)]).toEqual([
      '<SEQ=100><ACK=300><CTL=FIN,ACK>',
      '<SEQ=300><ACK=100><CTL=FIN,ACK>',
    ]);
    expect([a.state, b.state]).toEqual(['CLOSING', 'CLOSING']);
    const [lastOfA, lastOfB] = [a.take(), b.take()];
    a.arrive(lastOfB);
    b.arrive(lastOfA);
    expect([inFigure(lastOfA), inFigure(lastOfB)]).toEqual([
      '<SEQ=101><ACK=301><CTL=ACK>',
      '<SEQ=301><ACK=101><CTL=ACK>',
    ]);
    expect([a.state, b.state]).toEqual(['TIME-WAIT', 'TIME-WAIT']);
    a.expire('time-wait');
    b.expire('time-wait');
    expect([a.state, b.state]).toEqual(['CLOSED', 'CLOSED']);
  });
});
