import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/challenges/the-clerk-forgets/challenge.ts';
import type { Repair } from '../../src/lab/repair/challenge.ts';
import { challengeCode, type MadeChallenge, readChallengeCode } from '../../src/url/challenge-code.ts';
import { keepRepairs, keptRepairs, withSolved } from '../../src/url/kept-repairs.ts';
import type { RunStorage } from '../../src/url/saved-runs.ts';
import { readSolvedCode, SOLVED_MAX, type SolvedEntry, solvedCode } from '../../src/url/solved-code.ts';

const { scenario, commands, goal, faults, budget, settings, par } = clerk;
const made: MadeChallenge = { title: '세션', scenario, commands, goal, faults, budget, settings, par };
const entry: SolvedEntry = {
  challenge: 'the-clerk-forgets',
  repair: { strategy: 'shared-store' },
  stars: 2,
  atMinutes: 29_800_000,
};

const repairs: fc.Arbitrary<Repair> = fc.record(
  {
    strategy: fc.constantFrom('shared-store', 'sticky'),
    storeEntries: fc.constantFrom(null, 8),
    denyList: fc.boolean(),
  },
  { requiredKeys: [] },
);
const lists = fc.record({
  name: fc.string({ maxLength: 40 }),
  solved: fc.uniqueArray(
    fc.record({
      challenge: fc.string({ maxLength: 60 }),
      repair: repairs,
      stars: fc.constantFrom(1, 2, 3),
      atMinutes: fc.nat(),
    }),
    { maxLength: 20, selector: ({ challenge }) => challenge },
  ),
});

function storageOf(
  entries: Record<string, string> = {},
): RunStorage & { readonly entries: Map<string, string> } {
  const kept = new Map(Object.entries(entries));
  return {
    entries: kept,
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('the code of a challenge', () => {
  it('gives the same challenge again', () => {
    expect(readChallengeCode(challengeCode(made))).toEqual(made);
  });

  it('is refused with a goal, a fault or a setting that there is not', () => {
    for (const wrong of [
      { ...made, goal: { never: [], bytesMax: 0 } },
      { ...made, settings: ['no-such-setting'] },
      { ...made, faults: { ...made.faults, most: 100 } },
      { ...made, scenario: { ...made.scenario, servers: 1_000 } },
    ]) {
      expect(readChallengeCode(challengeCode(wrong as unknown as MadeChallenge))).toBeNull();
    }
  });

  it('can be any text', () => {
    fc.assert(fc.property(fc.string(), (text) => readChallengeCode(text) === null));
    fc.assert(fc.property(fc.base64String(), (text) => readChallengeCode(`A${text}`) === null));
  });
});

describe('the code for a lecturer', () => {
  it('says what was solved, how and when, also with spaces and line breaks in it', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const code = solvedCode(list);
        expect(readSolvedCode(code)).toEqual(list);
        expect(readSolvedCode(` ${code.replaceAll(/.{20}/g, '$&\n')} `)).toEqual(list);
      }),
    );
  });

  it('is refused when a character of it is another one', () => {
    const code = solvedCode({ name: 'Mina', solved: [entry] });
    const start = code.indexOf('-') + 1;
    fc.assert(
      fc.property(fc.integer({ min: start, max: code.length - 2 }), (at) => {
        const other = code[at] === 'b' ? 'c' : 'b';
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        expect(readSolvedCode(changed)).toEqual({ problem: 'mistyped' });
      }),
    );
  });

  it('has no time that a date can’t have', () => {
    const at = (atMinutes: number) =>
      readSolvedCode(solvedCode({ name: '', solved: [{ ...entry, atMinutes }] }));
    expect(at(144_000_000_000)).toMatchObject({ solved: [{ atMinutes: 144_000_000_000 }] });
    expect(at(144_000_000_001)).toEqual({ problem: 'mistyped' });
    expect(at(Number.MAX_SAFE_INTEGER)).toEqual({ problem: 'mistyped' });
  });

  it('has each challenge once, and no more of them than a class solves', () => {
    const twice = solvedCode({ name: '', solved: [entry, { ...entry, stars: 1 }] });
    expect(readSolvedCode(twice)).toEqual({ name: '', solved: [entry] });
    const solved = Array.from({ length: 27_000 }, (_, index) => ({ ...entry, challenge: `of-${index}` }));
    expect(readSolvedCode(solvedCode({ name: '', solved: solved.slice(0, SOLVED_MAX) }))).toMatchObject({
      solved: { length: SOLVED_MAX },
    });
    expect(readSolvedCode(solvedCode({ name: '', solved: solved.slice(0, SOLVED_MAX + 1) }))).toEqual({
      problem: 'too-many',
    });
  });

  it('says what else is wrong with a text', () => {
    expect(readSolvedCode('')).toEqual({ problem: 'not-a-code' });
    expect(readSolvedCode('https://example.org/')).toEqual({ problem: 'not-a-code' });
    expect(readSolvedCode('repaired9-AAAA')).toEqual({ problem: 'later-version' });
    expect(readSolvedCode('repaired9-A.A*A')).toEqual({ problem: 'later-version' });
    expect(readSolvedCode('repaired1-AAAA')).toEqual({ problem: 'mistyped' });
  });
});

describe('what was solved on this device', () => {
  it('is there again', () => {
    const storage = storageOf();
    expect(keepRepairs(storage, [entry])).toBeNull();
    expect(keptRepairs(storage)).toEqual({ solved: [entry], problem: null });
  });

  it.each([
    { version: 2, solved: [entry] },
    { version: 2, bySemester: { spring: [entry] } },
    { version: 2, solved: { spring: [entry] } },
  ])('of a later version is left unchanged: %j', (kept) => {
    const text = JSON.stringify(kept);
    const storage = storageOf({ 'statescope.repairs': text });
    expect(keptRepairs(storage)).toEqual({ solved: [], problem: 'later-version' });
    expect(keepRepairs(storage, [entry])).toBe('later-version');
    expect(storage.entries.get('statescope.repairs')).toBe(text);
  });

  it('is nothing where storage is refused, full or broken', () => {
    expect(keptRepairs(null)).toEqual({ solved: [], problem: 'forbidden' });
    expect(keepRepairs(null, [entry])).toBe('forbidden');
    expect(keptRepairs(storageOf({ 'statescope.repairs': '{' }))).toEqual({ solved: [], problem: null });
    const full = {
      ...storageOf({ other: 'x' }),
      length: 1,
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    };
    expect(keepRepairs(full, [entry])).toBe('full');
  });

  it('keeps the solution with the most stars', () => {
    const better = { ...entry, stars: 3 };
    expect(withSolved([entry], better)).toEqual([better]);
    expect(withSolved([better], entry)).toEqual([better]);
    expect(withSolved([entry], { ...entry, challenge: 'one-crash' })).toHaveLength(2);
  });
});
