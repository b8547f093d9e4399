/** TCP's guarantees over a network without any: fast-check loses, duplicates and reorders segments. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ControlBit, Segment } from '../../../../src/simulation/protocols/tcp/segment.ts';
import { advance, distance, SEQUENCE_MAX } from '../../../../src/simulation/protocols/tcp/sequence.ts';
import { Channel, type ChannelOptions, type Move, type Side } from '../../../support/tcp-channel.ts';
import { Peer } from '../../../support/tcp-peer.ts';

const anySide = fc.constantFrom<Side>('client', 'server');
/** Often close to the wrap-around. */
const anyIss = fc.oneof(
  fc.integer({ min: 0, max: SEQUENCE_MAX }),
  fc.integer({ min: SEQUENCE_MAX - 30, max: SEQUENCE_MAX }),
);
const anyOptions: fc.Arbitrary<ChannelOptions> = fc.record({
  clientIss: anyIss,
  serverIss: anyIss,
  isSimultaneous: fc.boolean(),
});

const onTheWay = (kind: 'deliver' | 'lose' | 'duplicate') =>
  fc.record({ kind: fc.constant(kind), which: fc.nat(20) });
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: onTheWay('deliver') },
  { weight: 3, arbitrary: onTheWay('lose') },
  { weight: 2, arbitrary: onTheWay('duplicate') },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      side: anySide,
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), side: anySide }) },
);
const anyMoves = fc.array(anyMove, { maxLength: 60, size: 'max' });
const sides = [
  ['client', 'server'],
  ['server', 'client'],
] as const;

function hasGivenUp(peer: Peer): boolean {
  return peer.told.includes('timed-out') || peer.told.includes('reset') || peer.told.includes('refused');
}

/** The application has a prefix of the stream, and the whole stream once it was told about the end. */
function expectHonest(channel: Channel): void {
  for (const [from, to] of sides) {
    const { received, told } = channel.peer(to);
    expect(channel.given[from].startsWith(received)).toBe(true);
    if (told.includes('peer-closed')) expect(received).toBe(channel.given[from]);
  }
}

/** The retransmission queue never exists without its timers, or the timers without a queue. */
function expectTimersToFit({ tcb, timers }: Peer): void {
  const waits = 'retransmissionQueue' in tcb && tcb.retransmissionQueue.length > 0;
  expect([timers.has('retransmission'), timers.has('user-timeout')]).toEqual([waits, waits]);
  expect(timers.has('time-wait')).toBe(tcb.state === 'TIME-WAIT');
}

describe('over a network that loses, duplicates and reorders', () => {
  it('bytes arrive once and in order, at every moment', () => {
    fc.assert(
      fc.property(anyOptions, anyMoves, (options, moves) => {
        const channel = new Channel(options);
        for (const move of moves) {
          channel.move(move);
          expectHonest(channel);
          expectTimersToFit(channel.client);
          expectTimersToFit(channel.server);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('all of them arrive and both ends close, unless an end has given up and said so', () => {
    let [finished, failed] = [0, 0];
    fc.assert(
      fc.property(anyOptions, anyMoves, (options, moves) => {
        const channel = new Channel(options);
        for (const move of moves) channel.move(move);
        expect(channel.settle()).toBe(true);
        expectHonest(channel);
        const peers = [channel.client, channel.server];
        if (peers.some(hasGivenUp)) {
          failed += 1;
          return;
        }
        if (!peers.every(({ told }) => told.includes('established'))) return;
        finished += 1;
        for (const [from, to] of sides) expect(channel.peer(to).received).toBe(channel.given[from]);
        expect(peers.map(({ state }) => state)).toEqual(['CLOSED', 'CLOSED']);
        for (const { told } of peers) expect(told).toEqual(['established', 'peer-closed', 'closed']);
      }),
      { numRuns: 500 },
    );
    expect(finished).toBeGreaterThan(100);
    expect(failed).toBeGreaterThan(0);
  });

  it('an end that waits for acknowledgments is told when the other end has forgotten the connection', () => {
    let lost = 0;
    fc.assert(
      fc.property(anyOptions, anyMoves, anySide, fc.boolean(), (options, moves, crashed, returns) => {
        const channel = new Channel(options);
        for (const move of moves) channel.move(move);
        const survivor = channel.peer(crashed === 'client' ? 'server' : 'client');
        channel.reboot(crashed);
        if (returns && crashed === 'server') channel.server.listen();
        expect(channel.settle()).toBe(true);
        if (hasGivenUp(survivor)) lost += 1;
        // In FIN-WAIT-2 all data has arrived, and only the peer's FIN is missing; a listener waits for any peer.
        expect(['CLOSED', 'LISTEN', 'FIN-WAIT-2']).toContain(survivor.state);
        expect(survivor.timers.size).toBe(0);
      }),
      { numRuns: 500 },
    );
    expect(lost).toBeGreaterThan(100);
  });
});

describe('after any segment', () => {
  const anyNumber = fc.oneof(
    fc.integer({ min: 0, max: SEQUENCE_MAX }),
    fc.integer({ min: 90, max: 130 }),
    fc.integer({ min: 290, max: 330 }),
  );
  const content = {
    kind: fc.constant('tcp-segment' as const),
    sourcePort: fc.constant(80),
    destinationPort: fc.constant(49_152),
    data: fc.string({ unit: 'grapheme', maxLength: 6 }),
  };
  const anySegment = fc.record({
    ...content,
    seq: anyNumber,
    ack: fc.option(anyNumber),
    control: fc.subarray(['SYN', 'FIN', 'RST', 'PSH'] as const),
  });
  const anyFitting = fc.record({
    ...content,
    control: fc.constantFrom<ControlBit[]>([], [], ['FIN'], ['SYN'], ['RST']),
    shift: fc.constantFrom(0, 0, 0, 1, -1),
    acknowledges: fc.boolean(),
  });
  type Fitting = Omit<Segment, 'seq' | 'ack'> & { shift: number; acknowledges: boolean };
  type Event = Segment | Fitting | 'open' | 'listen' | 'send' | 'close' | 'abort' | 'expire';
  const anyEvent: fc.Arbitrary<Event> = fc.oneof(
    { weight: 2, arbitrary: anySegment },
    { weight: 6, arbitrary: anyFitting },
    { weight: 2, arbitrary: fc.constantFrom('open', 'listen', 'send', 'send', 'close', 'expire', 'abort') },
  );

  /** How to reach each state: the peer sends from 100 on, and receives from 300 on. */
  const established = (peer: Peer) => {
    peer.open(100);
    peer.arriveText('<SEQ=300><ACK=101><CTL=SYN,ACK>');
  };
  const finWait1 = (peer: Peer) => {
    established(peer);
    peer.close();
  };
  const finWait2 = (peer: Peer) => {
    finWait1(peer);
    peer.arriveText('<SEQ=301><ACK=102><CTL=ACK>');
  };
  const closeWait = (peer: Peer) => {
    established(peer);
    peer.arriveText('<SEQ=301><ACK=101><CTL=FIN,ACK>');
  };
  const ways: Readonly<Record<Peer['state'], (peer: Peer) => void>> = {
    CLOSED: () => {},
    LISTEN: (peer) => peer.listen(),
    'SYN-SENT': (peer) => peer.open(100),
    'SYN-RECEIVED': (peer) => {
      peer.listen();
      peer.arriveText('<SEQ=300><CTL=SYN>', 100);
    },
    ESTABLISHED: established,
    'FIN-WAIT-1': finWait1,
    'FIN-WAIT-2': finWait2,
    'CLOSE-WAIT': closeWait,
    CLOSING: (peer) => {
      finWait1(peer);
      peer.arriveText('<SEQ=301><ACK=101><CTL=FIN,ACK>');
    },
    'LAST-ACK': (peer) => {
      closeWait(peer);
      peer.close();
    },
    'TIME-WAIT': (peer) => {
      finWait2(peer);
      peer.arriveText('<SEQ=301><ACK=102><CTL=FIN,ACK>');
    },
  };

  it.each(Object.entries(ways))(
    'in %s, the machine goes on, and its numbers and timers are consistent',
    (state, enter) => {
      fc.assert(
        fc.property(fc.array(anyEvent, { maxLength: 12, size: 'max' }), (events) => {
          const peer = new Peer('client');
          enter(peer);
          expect(peer.state).toBe(state);
          for (const event of events) {
            happen(peer, event);
            expectTimersToFit(peer);
            expectOneAnswerAtMost(peer, event);
            if (!('sndUna' in peer.tcb)) continue;
            const { sndUna, sndNxt, retransmissionQueue, held } = peer.tcb;
            expect(distance(sndUna, sndNxt)).toBeLessThan(100);
            expect(retransmissionQueue.length === 0).toBe(sndUna === sndNxt);
            expect(held.length).toBeLessThan(20);
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  function happen(peer: Peer, event: Event): void {
    peer.outbox.length = 0;
    const [next] = [...peer.timers].sort(([, one], [, other]) => one - other);
    if (typeof event !== 'string') peer.arrive('seq' in event ? event : fitting(peer, event), 300);
    else if (event === 'send') peer.send('x');
    else if (event === 'close' || event === 'abort') peer[event]();
    else if (event === 'expire' && next !== undefined) peer.expire(next[0]);
    else if (event === 'open' && peer.state === 'CLOSED') peer.open(100);
    else if (event === 'listen' && peer.state === 'CLOSED') peer.listen();
  }

  /** A segment with the numbers that the peer expects, or close to them. */
  function fitting({ tcb }: Peer, { shift, acknowledges, ...rest }: Fitting): Segment {
    const numbers = 'rcvNxt' in tcb ? tcb : { rcvNxt: 300, sndUna: 100, sndNxt: 100 };
    const ack = acknowledges ? numbers.sndNxt : numbers.sndUna;
    return { ...rest, seq: advance(numbers.rcvNxt, shift), ack };
  }

  /** No segment causes a flood: each is answered by one acknowledgment or one reset. */
  function expectOneAnswerAtMost(peer: Peer, event: unknown): void {
    if (typeof event === 'string') return;
    const answers = peer.outbox.filter(({ data, control }) => data === '' && !control.includes('FIN'));
    expect(answers.length).toBeLessThanOrEqual(1);
  }
});
