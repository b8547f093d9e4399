import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Network } from '../../../src/simulation/kernel/network.ts';

const wide = { minUs: 0, maxUs: 1_000_000_000 };

function transits(network: Network, from: string, to: string, count = 5): number[] {
  return Array.from({ length: count }, () => network.transitUs(from, to));
}

describe('the network', () => {
  it('draws every transit within the bounds of its link', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(100_000), fc.nat(100_000), (seed, minUs, spanUs) => {
        const network = new Network(seed, () => ({ minUs, maxUs: minUs + spanUs }));
        for (const transitUs of transits(network, 'a', 'b')) {
          expect(Number.isInteger(transitUs)).toBe(true);
          expect(transitUs).toBeGreaterThanOrEqual(minUs);
          expect(transitUs).toBeLessThanOrEqual(minUs + spanUs);
        }
      }),
    );
  });

  it('asks for the latency of each directed link by the names of its ends', () => {
    const network = new Network(1, (from, to) => {
      const us = from === 'a' && to === 'b' ? 5 : 9;
      return { minUs: us, maxUs: us };
    });
    expect([network.transitUs('a', 'b'), network.transitUs('b', 'a')]).toEqual([5, 9]);
  });

  it('draws the same transits for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [one, other] = [new Network(seed, () => wide), new Network(seed, () => wide)];
        expect(transits(one, 'a', 'b')).toEqual(transits(other, 'a', 'b'));
      }),
    );
  });

  it('draws for one link whatever passes over the others', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.constantFrom('b', 'c', 'd')), (seed, others) => {
        const busy = new Network(seed, () => wide);
        const seen: number[] = [];
        for (const other of others) {
          busy.transitUs('b', 'a');
          busy.transitUs('c', other);
          seen.push(busy.transitUs('a', 'b'));
        }
        expect(seen).toEqual(transits(new Network(seed, () => wide), 'a', 'b', others.length));
      }),
    );
  });

  it('draws otherwise in the other direction', () => {
    const network = new Network(1, () => wide);
    expect(transits(network, 'a', 'b')).not.toEqual(transits(network, 'b', 'a'));
  });
});
