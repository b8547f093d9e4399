import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, labelLines } from '../../src/sequence/break-lines.ts';
import { measureText } from '../support/layouts.ts';

describe('a text broken into lines', () => {
  const measure = (text: string) => measureText(text, 10, 600);
  const anyWord = fc.string({ unit: fc.constantFrom('a', 'W', '가', '두', '?', '-'), minLength: 1 });
  const anyText = fc.array(anyWord, { maxLength: 12 }).map((words) => words.join(' '));
  const anyWidth = fc.integer({ min: 1, max: 200 });

  it('never exceeds the width, unless a line is a single character', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, widthMax) => {
        for (const line of breakLines(text, widthMax, measure)) {
          expect(measure(line) <= widthMax || [...line].length === 1).toBe(true);
        }
      }),
    );
  });

  it('loses only the spaces at its breaks', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, widthMax) => {
        const letters = breakLines(text, widthMax, measure).join('');
        expect(letters.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('breaks a word that is too wide at a joint near the end of the line', () => {
    const count = (word: string) => word.length;
    expect(breakLines('https://a.example/long/path?x=1&y=22', 20, count)).toEqual([
      'https://a.example/',
      'long/path?x=1&y=22',
    ]);
    expect(breakLines('NotificationServiceClient', 15, count)).toEqual(['Notification', 'ServiceClient']);
    expect(breakLines('{"interval":25000,"timeoutMs":1}', 28, count)).toEqual([
      '{"interval":25000,',
      '"timeoutMs":1}',
    ]);
    expect(breakLines('PageApplication', 13, count)).toEqual(['Page', 'Application']);
    expect(breakLines('abcdefghij', 4, count)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('never splits combining marks or emoji', () => {
    const family = '👨‍👩‍👧‍👦';
    const accented = 'e\u0301';
    expect(breakLines(family.repeat(3), 1, measure)).toEqual([family, family, family]);
    expect(breakLines(accented.repeat(3), 1, measure)).toEqual([accented, accented, accented]);
  });

  it('breaks between words only, if each of them fits', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 100 }), (text, extra) => {
        const widest = Math.max(...text.split(' ').map(measure));
        expect(breakLines(text, widest + extra, measure).join(' ')).toBe(text);
      }),
    );
  });

  it('fills each line: the next word would not have fitted', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 100 }), (text, extra) => {
        const widthMax = Math.max(...text.split(' ').map(measure)) + extra;
        const lines = breakLines(text, widthMax, measure);
        lines.slice(1).forEach((line, index) => {
          const [word] = line.split(' ');
          expect(measure(`${lines[index]} ${word}`)).toBeGreaterThan(widthMax);
        });
      }),
    );
  });

  it('of a hundred thousand characters is truncated with a marker, and no line exceeds the width', () => {
    for (const text of [
      'word '.repeat(20_000),
      '가'.repeat(100_000),
      '👨‍👩‍👧‍👦'.repeat(9_000),
      'שלום '.repeat(20_000),
    ]) {
      const lines = labelLines(text, 200, measure);
      expect(lines.length).toBeLessThanOrEqual(12);
      expect(lines.at(-1)?.endsWith('…')).toBe(true);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(200);
    }
    expect(labelLines('Two, please.', 200, measure)).toEqual(['Two, please.']);
  });

  it('keeps every line that the author broke, up to sixty', () => {
    const body = (count: number) => Array.from({ length: count }, (_, index) => `"key ${index}": 1,`);
    expect(labelLines(body(25).join('\n'), 200, measure)).toEqual(body(25));
    expect(labelLines(body(70).join('\n'), 200, measure)).toHaveLength(60);
  });

  it('breaks a word that is too wide, and keeps a line break', () => {
    expect(breakLines('WWWW', 2 * measure('W'), measure)).toEqual(['WW', 'WW']);
    expect(breakLines('a\nb', 1_000, measure)).toEqual(['a', 'b']);
    expect(breakLines('', 10, measure)).toEqual(['']);
  });
});
