import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endLabels } from '../direct-labels.ts';

const GAP = 17;

describe('labels at the ends of lines', () => {
  it('keep their order and their distance', () => {
    const ends = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(ends, (all) => {
        const labels = endLabels(
          all.map((y, name) => ({ name, y })),
          GAP,
          300,
        );
        const order = labels.map(({ names }) => all[names[0] ?? 0] ?? 0);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
        labels.slice(1).forEach((label, index) => {
          const above = labels[index];
          const room = (above?.names.length ?? 0) * GAP;
          expect(label.y - (above?.y ?? 0)).toBeGreaterThanOrEqual(room - 1e-9);
        });
      }),
    );
  });

  it('stay where the line ends if there is room', () => {
    expect(
      endLabels(
        [
          { name: 'a', y: 10 },
          { name: 'b', y: 100 },
        ],
        GAP,
        300,
      ),
    ).toEqual([
      { names: ['a'], y: 10 },
      { names: ['b'], y: 100 },
    ]);
  });

  it('are one label for lines that end together', () => {
    const [label, ...others] = endLabels(
      [
        { name: 'a', y: 50 },
        { name: 'b', y: 50 },
      ],
      GAP,
      300,
    );
    expect(label?.names).toEqual(['a', 'b']);
    expect(others).toEqual([]);
  });
});
