import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tintOf } from '../../src/sequence/tint.ts';

const opaque = (red: number, green: number, blue: number) => tintOf({ red, green, blue, alpha: 1 });

/** CSS Color 4 §7: hue and saturation of HSL, and the same at half the lightness. */
describe('a tint', () => {
  it.each([
    ['hsl(210 100% 87%)', opaque(191, 223, 255), 'rgb(0, 128, 255)'],
    ['purple, hsl(300 100% 25%)', opaque(128, 0, 128), 'rgb(255, 0, 255)'],
    ['aqua, hsl(180 100% 50%)', opaque(0, 255, 255), 'rgb(0, 255, 255)'],
    ['hsl(210 50% 26%)', opaque(33, 66, 99), 'rgb(64, 128, 191)'],
    ['black', opaque(0, 0, 0), 'rgb(128, 128, 128)'],
    ['white', opaque(255, 255, 255), 'rgb(128, 128, 128)'],
    ['none', tintOf(null), 'rgb(128, 128, 128)'],
  ])('of %s has its hue at half its lightness', (_, tint, expected) => {
    expect(tint).toBe(expected);
  });

  it('has integers from 0 to 255, equally far from black and from white', () => {
    const level = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(level, level, level, (red, green, blue) => {
        const levels = (/^rgb\((\d+), (\d+), (\d+)\)$/.exec(opaque(red, green, blue)) ?? [])
          .slice(1)
          .map(Number);
        expect(levels).toHaveLength(3);
        expect(Math.abs(Math.min(...levels) + Math.max(...levels) - 255)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
