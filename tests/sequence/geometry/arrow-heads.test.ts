import { describe, expect, it } from 'vitest';
import { headPaths } from '../../../src/sequence/geometry/arrow-heads.ts';
import type { LaidMessage } from '../../../src/sequence/layout-model.ts';
import type { MessageRow } from '../../../src/sequence/model.ts';

const FONT_PX = 20;

function laid(head: MessageRow['head'], way: 'right' | 'left', points: readonly number[] = []): LaidMessage {
  const [x1, x2] = way === 'right' ? [100, 300] : [300, 100];
  const row = {
    kind: 'message',
    from: 'a',
    to: 'b',
    label: '',
    tone: 'request',
    line: 'solid',
    arrives: true,
    notes: [],
    ...(head !== undefined && { head }),
  } as const;
  const box = { x: 0, y: 0, width: 0, height: 0 };
  return {
    kind: 'message',
    index: 0,
    row,
    top: 0,
    height: 60,
    y: 50,
    lines: [],
    x1,
    x2,
    rise: 0,
    pill: box,
    notes: [],
    loop: null,
    points,
  };
}

/** All points of a path made of M, L, H and Z. */
function placesIn(d: string): readonly (readonly [number, number])[] {
  let y = 0;
  return [...d.matchAll(/([MLH])([-\d.]+)(?: ([-\d.]+))?/g)].map(([, , x, next]) => {
    y = next === undefined ? y : Number(next);
    return [Number(x), y] as const;
  });
}

/** Position of a head (`end` is the arrow's end), and its sides of the line. */
function seen(head: MessageRow['head'], way: 'right' | 'left'): string[] {
  return headPaths(laid(head, way), FONT_PX).map(({ d, isFilled }) => {
    const places = placesIn(d);
    const [begin, end] = way === 'right' ? [100, 300] : [300, 100];
    const isNear = (x: number) => places.some(([each]) => Math.abs(each - x) <= 1);
    const sides = [places.some(([, y]) => y < 49) && 'above', places.some(([, y]) => y > 51) && 'below'];
    const place = isNear(end) ? 'end' : isNear(begin) ? 'begin' : 'nowhere';
    return `${isFilled ? 'filled' : 'stroke'} at ${place}, ${sides.filter(Boolean).join(' and ')}`;
  });
}

describe('the head of an arrow', () => {
  // As in Mermaid's documentation: for an arrow to the right, top is above.
  it.each([
    ['arrow', ['filled at end, above and below']],
    ['open', ['stroke at end, above and below']],
    ['none', []],
    ['both', ['filled at begin, above and below', 'filled at end, above and below']],
    ['half-top', ['filled at end, above']],
    ['half-bottom', ['filled at end, below']],
    ['stick-top', ['stroke at end, above']],
    ['stick-bottom', ['stroke at end, below']],
    ['half-top-back', ['filled at begin, above']],
    ['half-bottom-back', ['filled at begin, below']],
    ['stick-top-back', ['stroke at begin, above']],
    ['stick-bottom-back', ['stroke at begin, below']],
  ] as const)('%s is drawn as named', (head, expected) => {
    expect(seen(head, 'right')).toEqual(expected);
  });

  it('is mirrored with its arrow', () => {
    expect(seen('half-top', 'left')).toEqual(['filled at end, below']);
    expect(seen('stick-bottom-back', 'left')).toEqual(['stroke at begin, above']);
  });

  it('is open for a run', () => {
    expect(headPaths(laid(undefined, 'right'), FONT_PX)).toEqual(headPaths(laid('open', 'right'), FONT_PX));
  });

  it('can be a cross before the end', () => {
    const [{ d } = { d: '' }] = headPaths(laid('cross', 'right'), FONT_PX);
    const xs = placesIn(d).map(([x]) => x);
    expect(Math.max(...xs)).toBeGreaterThan(300);
    expect(Math.min(...xs)).toBeLessThan(300);
    expect(Math.max(...xs)).toBeLessThan(300 + 0.55 * FONT_PX);
  });

  it('has a dot where the message is connected to the middle of a lifeline', () => {
    const paths = headPaths(laid('arrow', 'right', [89, 311]), FONT_PX);
    expect(paths).toHaveLength(3);
    expect(paths.slice(1).every(({ isFilled }) => isFilled)).toBe(true);
  });
});
