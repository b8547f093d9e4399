import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../src/simulation/memory.ts';
import { type NodeMemory, NodeMemoryTracker, type Remembered } from '../../src/trace/node-memory.ts';
import { sessionOf } from '../support/sessions.ts';

const anyOperation = fc.record({
  kind: fc.constantFrom('put', 'put', 'take'),
  key: fc.nat({ max: 60 }).map(String),
  durable: fc.boolean(),
});

function remembered(key: string, durable: boolean): Remembered {
  return { key, item: { kind: 'session', session: sessionOf(key) }, durable };
}

function contents(memory: NodeMemory): [string, boolean][] {
  return [...memory].map(({ key, durable }) => [key, durable]);
}

describe('a memory', () => {
  it('has the entries and order of a map, and never changes its earlier versions', () => {
    fc.assert(
      fc.property(fc.array(anyOperation, { maxLength: 300 }), (operations) => {
        const keeper = new NodeMemoryTracker();
        const map = new Map<string, boolean>();
        const versions = operations.map(({ kind, key, durable }) => {
          if (kind === 'put') {
            map.set(key, durable);
            keeper.put(remembered(key, durable));
          } else {
            map.delete(key);
            keeper.take(key);
          }
          return { memory: keeper.memory, expected: [...map] };
        });
        for (const { memory, expected } of versions) {
          expect(contents(memory)).toEqual(expected);
          expect(memory.size).toBe(expected.length);
          const bytes = [...memory].reduce((sum, { item }) => sum + bytesInMemory(item), 0);
          expect(memory.userBytes).toBe(bytes);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('loses everything that is not on disk, and nothing else', () => {
    const keeper = new NodeMemoryTracker();
    keeper.put(remembered('memory', false));
    keeper.put(remembered('disk', true));
    const lost = keeper.takeAll(({ durable }) => !durable);
    expect(lost.map(({ key }) => key)).toEqual(['memory']);
    expect(contents(keeper.memory)).toEqual([['disk', true]]);
  });

  it('returns its first entries without iterating over all of them', () => {
    const keeper = new NodeMemoryTracker();
    for (const key of ['a', 'b', 'c']) keeper.put(remembered(key, false));
    expect([0, 2, 9].map((count) => keeper.memory.first(count).map(({ key }) => key))).toEqual([
      [],
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
  });
});
