import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/ui/parse-number.ts';

describe('a number as text', () => {
  it.each([
    ['50,000', 50_000],
    ['1,500', 1_500],
    ['12,345,678', 12_345_678],
    ['1,500.5', 1_500.5],
    ['2,5', 2.5],
    ['2,', 2],
    [',5', 0.5],
    // A group of thousands doesn't begin with 0.
    ['0,125', 0.125],
    ['1234,567', 1_234.567],
    ['2.5', 2.5],
    ['.5', 0.5],
    ['2.', 2],
    [' 7 ', 7],
    ['-3', -3],
    ['−1,000', -1_000],
  ])('“%s” is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    '1,2,3',
    '1,00,000',
    '1.5,5',
    '1.000,5',
    '1e5',
    '0x10',
    '1 2',
    'x',
    'Infinity',
  ])('“%s” is none', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  it('has no decimal comma where it’s whole', () => {
    expect(parseNumber('50,000', { isWhole: true })).toBe(50_000);
    for (const text of ['2,5', '50,00', '0,125', ',5']) {
      expect(parseNumber(text, { isWhole: true })).toBeNaN();
    }
    // The limits of the field say what is wrong.
    expect(parseNumber('2.5', { isWhole: true })).toBe(2.5);
  });

  it('is read as English and Korean write it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom(1, 10, 100, 1_000),
        fc.constantFrom('en', 'ko'),
        (units, scale, language) => {
          const value = units / scale;
          expect(parseNumber(value.toLocaleString(language)) + 0).toBe(value + 0);
        },
      ),
    );
  });
});
