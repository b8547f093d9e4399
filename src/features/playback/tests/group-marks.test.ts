import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMarks, type Mark, pressedGroup, previousIn } from '../group-marks.ts';

const anyMarks: fc.Arbitrary<readonly Mark[]> = fc
  .uniqueArray(fc.nat({ max: 2_000 }), { maxLength: 60 })
  .chain((indices) =>
    fc
      .array(fc.constantFrom<Mark['kind']>('crash', 'restart', 'failure'), {
        minLength: indices.length,
        maxLength: indices.length,
      })
      .map((kinds) =>
        [...indices]
          .sort((one, other) => one - other)
          .map((index, place) => ({ index, kind: kinds[place] ?? 'crash' })),
      ),
  );

describe('marks that would overlap', () => {
  it('are grouped, so that signs keep their distance and no mark is lost', () => {
    fc.assert(
      fc.property(anyMarks, fc.double({ min: 0.5, max: 300, noNaN: true }), (marks, distance) => {
        const groups = groupMarks(marks, distance);
        expect(groups.flatMap(({ indices }) => indices)).toEqual(marks.map(({ index }) => index));
        groups.slice(1).forEach(({ indices: [first] }, place) => {
          expect(first - (groups[place]?.indices[0] ?? 0)).toBeGreaterThanOrEqual(distance);
        });
      }),
    );
  });

  it('show a crash rather than a restart, and that rather than a failure', () => {
    const kinds = ['failure', 'restart', 'crash', 'failure'] as const;
    const kindOf = (count: number) =>
      groupMarks(
        kinds.slice(0, count).map((kind, index) => ({ index, kind })),
        10,
      ).map(({ kind }) => kind);
    expect([1, 2, 3, 4].map(kindOf)).toEqual([['failure'], ['restart'], ['crash'], ['crash']]);
  });

  it('are reached one after the other from the last, and stay reachable when later ones are hidden', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        for (const group of groupMarks(marks, 50)) {
          const visited: number[] = [];
          let shown = marks;
          let step = 10_000;
          for (const _ of group.indices) {
            const [there] = groupMarks(shown, 50).filter(({ indices }) => indices[0] === group.indices[0]);
            if (there === undefined) throw new Error('The group has gone.');
            step = previousIn(there, step);
            visited.push(step);
            shown = marks.filter(({ index }) => index <= step);
          }
          expect(visited.reverse()).toEqual(group.indices);
        }
      }),
    );
  });
});

describe('a press on the track', () => {
  const groups = groupMarks(
    [
      { index: 10, kind: 'crash' },
      { index: 11, kind: 'restart' },
    ],
    5,
  );
  /** Ten pixels a step. */
  const pressed = (xPx: number, step: number, pointer: string) =>
    pressedGroup(groups, { xPx, step, pointer, xOfPx: (index) => 10 * index });

  it('is on a sign within 8 pixels of it with a mouse, and within 12 with a finger or a pen', () => {
    const isOnSign = (pointer: string) =>
      [86, 88, 92, 100, 108, 109, 113].map((xPx) => pressed(xPx, 40, pointer) !== undefined);
    expect(isOnSign('mouse')).toEqual([false, false, true, true, true, false, false]);
    expect(isOnSign('touch')).toEqual([false, true, true, true, true, true, false]);
    expect(isOnSign('pen')).toEqual(isOnSign('touch'));
  });

  it('is on the thumb where that is at least as near as the sign', () => {
    expect(pressed(110, 11, 'touch')).toBeUndefined();
    expect(pressed(100, 10, 'mouse')).toBeUndefined();
    expect(pressed(105, 11, 'mouse')).toBeUndefined();
    expect(pressed(104, 11, 'mouse')).toBe(groups[0]);
    expect(pressed(100, 11, 'mouse')).toBe(groups[0]);
  });
});
