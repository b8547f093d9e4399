import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMarks, type Mark, previousIn } from '../group-marks.ts';

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
