import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentList } from '../../src/trace/persistent-list.ts';

/** Indices to write at, each within the list at that time or at its end. */
const anyWrites = fc.array(fc.record({ place: fc.nat(), item: fc.nat() }), { maxLength: 200 });

describe('a persistent list', () => {
  it('equals an array, and never changes its earlier versions', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000 }), anyWrites, (length, writes) => {
        let array = Array.from({ length }, (_, index) => -index);
        let list = PersistentList.of(array);
        const versions = [{ list, array }];
        for (const { place, item } of writes) {
          const at = place % (array.length + 1);
          array = at === array.length ? [...array, item] : array.with(at, item);
          list = list.with(at, item);
          versions.push({ list, array });
        }
        for (const version of versions) expect([...version.list]).toEqual(version.array);
      }),
      { numRuns: 30 },
    );
  });

  it('returns the item at each index, and nothing beyond its end', () => {
    const list = PersistentList.of(Array.from({ length: 1_100 }, (_, index) => index));
    expect([0, 31, 32, 1_023, 1_024, 1_099].map((place) => list.get(place))).toEqual([
      0, 31, 32, 1_023, 1_024, 1_099,
    ]);
    expect([1_100, 40_000].map((place) => list.get(place))).toEqual([undefined, undefined]);
    expect(list.length).toBe(1_100);
  });
});
