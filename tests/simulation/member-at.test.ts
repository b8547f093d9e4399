import { describe, expect, it } from 'vitest';
import { valueAt, withValueAt } from '../../src/simulation/member-at.ts';

const scope = { store: { replica: { copyDelayUs: 5 }, entriesMax: null }, servers: 3 };

describe('a value by its path', () => {
  it.each([
    ['servers', 3],
    ['store.entriesMax', null],
    ['store.replica.copyDelayUs', 5],
    ['store.replica', { copyDelayUs: 5 }],
    ['nothing', undefined],
    ['servers.more', undefined],
    ['store.entriesMax.more', undefined],
    ['nothing.more.still', undefined],
  ])('%s', (path, value) => {
    expect(valueAt(scope, path)).toEqual(value);
  });

  it('is changed in a copy, and everything else stays', () => {
    expect(withValueAt(scope, 'store.replica.copyDelayUs', 9)).toEqual({
      store: { replica: { copyDelayUs: 9 }, entriesMax: null },
      servers: 3,
    });
    expect(scope.store.replica.copyDelayUs).toBe(5);
  });

  it('gets the members on its path that are missing', () => {
    expect(withValueAt(scope, 'store.entriesMax.more', 1).store).toEqual({
      replica: { copyDelayUs: 5 },
      entriesMax: { more: 1 },
    });
    expect(withValueAt({}, 'one.two', 1)).toEqual({ one: { two: 1 } });
  });
});
