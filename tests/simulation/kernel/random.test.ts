import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { CLIENT, DATABASE, LOAD_BALANCER, serverId } from '../../../src/simulation/cluster.ts';
import { type RandomStream, randomStream } from '../../../src/simulation/kernel/random.ts';
import { SERVERS_MAX } from '../../../src/simulation/scenario.ts';

const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

function draw(stream: RandomStream, count = 4): number[] {
  return Array.from({ length: count }, () => stream.integer(0, 2 ** 31));
}

/** Every purpose of the largest cluster: a stream per node, and one per directed link. */
function purposesOfACluster(): string[] {
  const servers = Array.from({ length: SERVERS_MAX }, (_, index) => serverId(index + 1));
  const nodes = [CLIENT, LOAD_BALANCER, DATABASE, ...servers];
  const links = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => `link ${from} ${to}`));
  return [...nodes.map((node) => `node ${node}`), ...links];
}

describe('random streams', () => {
  it('give the same numbers for the same seed and purpose', () => {
    fc.assert(
      fc.property(anySeed, fc.string(), (seed, purpose) => {
        expect(draw(randomStream(seed, purpose))).toEqual(draw(randomStream(seed, purpose)));
      }),
    );
  });

  it('differ for every purpose of the largest cluster', () => {
    const purposes = purposesOfACluster();
    fc.assert(
      fc.property(anySeed, (seed) => {
        const streams = new Set(purposes.map((purpose) => draw(randomStream(seed, purpose)).join()));
        expect(streams.size).toBe(purposes.length);
      }),
      { numRuns: 30 },
    );
  });

  it('differ for different seeds', () => {
    fc.assert(
      fc.property(anySeed, anySeed, (one, other) => {
        fc.pre(one !== other);
        expect(draw(randomStream(one, 'node a'))).not.toEqual(draw(randomStream(other, 'node a')));
      }),
    );
  });

  it('stay within their bounds', () => {
    const bound = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });
    fc.assert(
      fc.property(anySeed, bound, bound, (seed, one, other) => {
        const [min, max] = [Math.min(one, other), Math.max(one, other)];
        const number = randomStream(seed, 'bounds').integer(min, max);
        expect(Number.isInteger(number) && number >= min && number <= max).toBe(true);
      }),
    );
  });

  it("match pure-rand's numbers for any bounds", () => {
    const bound = fc.oneof(
      fc.integer(),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(0, 2 ** 32 - 1, 2 ** 40),
    );
    fc.assert(
      fc.property(anySeed, bound, bound, (seed, one, other) => {
        const [min, max] = [Math.min(one, other), Math.max(one, other)];
        const stream = randomStream(seed, '');
        // FNV-1a of the empty string is its offset basis, into which the seed is mixed.
        const generator = xoroshiro128plus(0x811c9dc5 ^ seed);
        for (let draws = 0; draws < 20; draws += 1) {
          expect(stream.integer(min, max)).toBe(uniformInt(generator, min, max));
        }
      }),
    );
  });

  it('reach both bounds, and everything between about as often', () => {
    const stream = randomStream(2, 'dice');
    const counts = new Map<number, number>();
    for (let throws = 0; throws < 6_000; throws += 1) {
      const number = stream.integer(1, 6);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    // Seven standard deviations of a binomial distribution: sqrt(6000 · 1/6 · 5/6) ≈ 29.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200);
  });
});
