import { expect, test } from 'vitest';
import { stateOf } from '../../src/sequence/geometry/head-state.ts';

const idle = { isUp: true, isFrozen: false, isThere: true, activity: 'idle' } as const;

test.each(['focused', 'dimmed'] as const)(
  'a head that is %s still shows a crash and a freeze',
  (emphasis) => {
    expect(stateOf({ ...idle, emphasis })).toBe(emphasis);
    expect(stateOf({ ...idle, emphasis, isUp: false })).toBe('down');
    expect(stateOf({ ...idle, emphasis, isFrozen: true })).toBe('frozen');
  },
);
