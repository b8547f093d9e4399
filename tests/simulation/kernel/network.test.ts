import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkQuality, Network } from '../../../src/simulation/kernel/network.ts';

function linkOf(minUs: number, maxUs: number, changes: Partial<LinkQuality> = {}): LinkQuality {
  return { latency: { minUs, maxUs }, lossPerMillion: 0, duplicationPerMillion: 0, ...changes };
}

const wide = linkOf(0, 1_000_000_000);

/** How long datagrams take that are sent one after the other at time 0. */
function transits(network: Network, from: string, to: string, count = 5): number[] {
  return Array.from({ length: count }, () => network.link(from, to).arrivalUs('datagram', 0));
}

describe('the network', () => {
  it('draws every latency within the bounds of its link', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(100_000), fc.nat(100_000), (seed, minUs, spanUs) => {
        const network = new Network(seed, () => linkOf(minUs, minUs + spanUs));
        for (const transitUs of transits(network, 'a', 'b')) {
          expect(Number.isInteger(transitUs)).toBe(true);
          expect(transitUs).toBeGreaterThanOrEqual(minUs);
          expect(transitUs).toBeLessThanOrEqual(minUs + spanUs);
        }
      }),
    );
  });

  it('looks up the latency of each directed link by the names of its ends', () => {
    const network = new Network(1, (from, to) => {
      const us = from === 'a' && to === 'b' ? 5 : 9;
      return linkOf(us, us);
    });
    expect([...transits(network, 'a', 'b', 1), ...transits(network, 'b', 'a', 1)]).toEqual([5, 9]);
  });

  it('draws the same latencies for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [one, other] = [new Network(seed, () => wide), new Network(seed, () => wide)];
        expect(transits(one, 'a', 'b')).toEqual(transits(other, 'a', 'b'));
      }),
    );
  });

  it('draws for one link independently of traffic on the others', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.constantFrom('b', 'c', 'd')), (seed, others) => {
        const busy = new Network(seed, () => wide);
        const seen: number[] = [];
        for (const other of others) {
          transits(busy, 'b', 'a', 1);
          transits(busy, 'c', other, 1);
          seen.push(...transits(busy, 'a', 'b', 1));
        }
        expect(seen).toEqual(transits(new Network(seed, () => wide), 'a', 'b', others.length));
      }),
    );
  });

  it('draws differently for the opposite direction', () => {
    const network = new Network(1, () => wide);
    expect(transits(network, 'a', 'b')).not.toEqual(transits(network, 'b', 'a'));
  });

  it('never lets a message over a connection overtake an earlier one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(1_000), { minLength: 2 }), (seed, pausesUs) => {
        const network = new Network(seed, () => linkOf(0, 10_000));
        let nowUs = 0;
        const arrivals = pausesUs.map((pauseUs) => {
          nowUs += pauseUs;
          return network.link('a', 'b').arrivalUs('request', nowUs);
        });
        expect(arrivals).toEqual([...arrivals].sort((one, other) => one - other));
      }),
    );
  });

  it('lets datagrams overtake each other', () => {
    const sent = transits(new Network(1, () => wide), 'a', 'b', 20);
    expect(sent).not.toEqual([...sent].sort((one, other) => one - other));
  });

  it('loses and duplicates about as many per million as its link says, and none where it says none', () => {
    const network = new Network(7, (from) =>
      from === 'a' ? linkOf(0, 0, { lossPerMillion: 250_000, duplicationPerMillion: 100_000 }) : linkOf(0, 0),
    );
    const count = (from: string, draw: (network: Network, from: string) => boolean) =>
      Array.from({ length: 10_000 }, () => draw(network, from)).filter(Boolean).length;
    const isLost = (each: Network, from: string) => each.link(from, 'b').loses();
    const isDuplicated = (each: Network, from: string) => each.link(from, 'b').duplicates();
    // Four standard deviations of a binomial distribution: 4 × √(n p (1 − p)).
    expect(Math.abs(count('a', isLost) - 2_500)).toBeLessThan(174);
    expect(Math.abs(count('a', isDuplicated) - 1_000)).toBeLessThan(121);
    expect([count('c', isLost), count('c', isDuplicated)]).toEqual([0, 0]);
  });

  it("is cut in both directions at once, until it's healed", () => {
    const network = new Network(1, () => wide);
    const cuts = () => [network.isCut('a', 'b'), network.isCut('b', 'a'), network.isCut('a', 'c')];
    expect([network.cut('a', 'b'), network.cut('b', 'a')]).toEqual([true, false]);
    expect([cuts(), network.cuts]).toEqual([[true, true, false], [['a', 'b']]]);
    expect([network.heal('b', 'a'), network.heal('a', 'b')]).toEqual([true, false]);
    expect([cuts(), network.cuts]).toEqual([[false, false, false], []]);
  });
});
