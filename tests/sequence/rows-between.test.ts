import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import { rowsBetween } from '../../src/sequence/rows-between.ts';
import { anyLayout, measureText } from '../support/layouts.ts';
import { runOf } from '../support/run-of.ts';
import { scenario } from '../support/scenario.ts';

describe('the rows between two heights', () => {
  it('are those that touch the stretch', () => {
    const anyHeight = fc.integer({ min: -100, max: 4_000 });
    fc.assert(
      fc.property(anyLayout, anyHeight, anyHeight, ({ rows }, one, other) => {
        const [top, bottom] = [Math.min(one, other), Math.max(one, other)];
        expect(rowsBetween(rows, top, bottom)).toEqual(
          rows.filter((row) => row.top + row.height > top && row.top < bottom),
        );
      }),
    );
  });

  it('do not include those that only begin or end where the stretch does', () => {
    const diagram = describeRun(runOf(scenario(), []), english);
    const { rows } = layoutDiagram(diagram, { width: 1_000, fontPx: 16, measureText });
    const [from, to] = [rows[2]?.top ?? 0, rows[4]?.top ?? 0];
    expect(rowsBetween(rows, from, to).map(({ index }) => index)).toEqual([2, 3]);
  });

  it('are none of no rows', () => {
    expect(rowsBetween([], 0, 100)).toEqual([]);
  });
});
