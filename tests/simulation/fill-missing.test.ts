import { describe, expect, it } from 'vitest';
import { fillMissing, leaveOut } from '../../src/simulation/fill-missing.ts';

const defaults = {
  count: 1,
  timing: { replyUs: 5, service: { kind: 'fixed', us: 2 } },
  list: [1],
  none: null,
};

describe('missing members', () => {
  it('get their defaults at any depth, in the order of the defaults', () => {
    const filled = fillMissing({ timing: { replyUs: 7 } }, defaults);
    expect(filled).toEqual({ ...defaults, timing: { ...defaults.timing, replyUs: 7 } });
    expect(Object.keys(filled)).toEqual(Object.keys(defaults));
  });

  it('aren’t looked for in a tagged union, a list, or a value of another type', () => {
    expect(fillMissing({ timing: { service: { kind: 'uniform' } } }, defaults)).toEqual({
      ...defaults,
      timing: { replyUs: 5, service: { kind: 'uniform' } },
    });
    const given = { count: { more: 2 }, timing: 3, list: [], none: { more: 1 } };
    expect(fillMissing(given, defaults)).toEqual(given);
  });

  it('aren’t those that every object inherits', () => {
    expect(fillMissing({ toString: { a: 1 } }, {})).toEqual({ toString: { a: 1 } });
  });
});

describe('members that equal their defaults', () => {
  it('are left out at any depth, with objects that have no others', () => {
    expect(leaveOut(defaults, defaults)).toEqual({});
    expect(leaveOut({ ...defaults, count: 2, list: [1, 2], none: 0 }, defaults)).toEqual({
      count: 2,
      list: [1, 2],
      none: 0,
    });
    expect(leaveOut({ timing: { ...defaults.timing, replyUs: 7 } }, defaults)).toEqual({
      timing: { replyUs: 7 },
    });
  });

  it('are parts of a tagged union, which stays as a whole', () => {
    const service = { kind: 'fixed', us: 3 };
    expect(leaveOut({ timing: { ...defaults.timing, service } }, defaults)).toEqual({ timing: { service } });
  });

  it('exist in the defaults: another member stays, also one that every object inherits', () => {
    const given = { more: 1, toString: { a: 1 }, timing: 3 };
    expect(leaveOut(given, defaults)).toEqual(given);
  });
});
