import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText, textAfter } from '../../../../src/simulation/protocols/tcp/text.ts';

const anyText = fc.string({ unit: 'grapheme' });

describe('text split by bytes', () => {
  it('keeps characters whole', () => {
    expect(splitText('커피', 4)).toEqual(['커', '피']);
    expect(splitText('a😀b', 4)).toEqual(['a', '😀b']);
    expect(splitText('a😀b', 5)).toEqual(['a😀', 'b']);
  });

  it('has at least one character in its first part, so that splitting ends', () => {
    expect(splitText('😀b', 1)).toEqual(['😀', 'b']);
    expect(splitText('', 1)).toEqual(['', '']);
  });

  it('is complete, and the first part is as long as possible', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 40 }), (text, bytesMax) => {
        const [head, rest] = splitText(text, bytesMax);
        expect(head + rest).toBe(text);
        expect(Buffer.byteLength(head)).toBeLessThanOrEqual(bytesMax);
        const [next = ''] = rest;
        if (next !== '') expect(Buffer.byteLength(head) + 4).toBeGreaterThan(bytesMax);
      }),
    );
  });

  it('can be split after every whole number of characters, but never within one', () => {
    expect(textAfter('커피', 0)).toBe('커피');
    expect(textAfter('커피', 3)).toBe('피');
    expect(textAfter('커피', 6)).toBe('');
    expect([1, 2, 4, 5, 7].map((bytes) => textAfter('커피', bytes))).toEqual([null, null, null, null, null]);
  });
});
