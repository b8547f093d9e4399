import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endLabels, freePlace, type Segment } from '../direct-labels.ts';

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

describe('the name of a line that ends before the question', () => {
  const area = { x: 0, y: 0, width: 600, height: 300 };
  const size = { width: 120, height: 20 };

  it('is above its line where nothing else is', () => {
    const { x, y } = freePlace({ x: 300, y: 150 }, size, { segments: [], area, distance: 10 });
    expect({ x, y }).toEqual({ x: 240, y: 120 });
  });

  it('lies on no line, as long as there is a place', () => {
    // A line just above its end, its own line, and the dotted ones to two answers.
    const segments: readonly Segment[] = [
      [
        { x: 0, y: 130 },
        { x: 600, y: 130 },
      ],
      [
        { x: 0, y: 200 },
        { x: 300, y: 150 },
      ],
      [
        { x: 300, y: 150 },
        { x: 600, y: 20 },
      ],
      [
        { x: 300, y: 150 },
        { x: 600, y: 280 },
      ],
    ];
    const { x, y } = freePlace({ x: 300, y: 150 }, size, { segments, area, distance: 10 });
    const heightAt = ([from, to]: Segment, at: number) =>
      from.y + ((to.y - from.y) * (at - from.x)) / (to.x - from.x);
    for (const segment of segments) {
      for (let at = Math.max(x, segment[0].x); at <= Math.min(x + size.width, segment[1].x); at += 1) {
        const height = heightAt(segment, at);
        expect(height < y || height > y + size.height, `at ${at}`).toBe(true);
      }
    }
  });

  it('stays inside the plot', () => {
    const coordinate = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(coordinate, coordinate, (endX, endY) => {
        const { x, y } = freePlace({ x: endX, y: endY }, size, { segments: [], area, distance: 10 });
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + size.width).toBeLessThanOrEqual(area.width);
        expect(y + size.height).toBeLessThanOrEqual(area.height);
      }),
    );
  });
});
