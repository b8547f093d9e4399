import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberMap } from '../../../src/simulation/kernel/number-map.ts';

/** Few keys, so that they collide; many, so that the map grows; and large ones. */
const anyKey = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 2_000 }),
  fc.integer({ min: 2 ** 31 - 3, max: 2 ** 31 + 3 }),
  fc.maxSafeNat(),
);

const anyChange = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('set'), key: anyKey }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete'), key: anyKey }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete oldest'), key: fc.constant(0) }) },
);

function inStep(map: NumberMap<number>, model: ReadonlyMap<number, number>, keys: Iterable<number>): void {
  expect(map.size).toBe(model.size);
  expect(map.keys()).toEqual([...model.keys()].sort((one, other) => one - other));
  for (const key of keys) expect(map.get(key)).toBe(model.get(key));
}

describe('a number map', () => {
  it('behaves like a Map', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 300 }), (changes) => {
        const map = new NumberMap<number>();
        const model = new Map<number, number>();
        changes.forEach(({ kind, key }, value) => {
          if (kind === 'set') {
            map.set(key, value);
            model.set(key, value);
          } else {
            const which = kind === 'delete' ? key : (model.keys().next().value ?? 0);
            expect(map.delete(which)).toBe(model.delete(which));
          }
        });
        inStep(map, model, [...changes.map(({ key }) => key), 1, 999]);
      }),
    );
  });

  it('keeps up with numbers that come and go in order, as messages do', () => {
    const map = new NumberMap<number>();
    const model = new Map<number, number>();
    for (let key = 0; key < 5_000; key += 1) {
      map.set(key, -key);
      model.set(key, -key);
      map.delete(key - (key % 700));
      model.delete(key - (key % 700));
    }
    inStep(
      map,
      model,
      Array.from({ length: 5_000 }, (_, key) => key),
    );
  });
});
