/** How the build makes the page's own font. */
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../scripts/vite/own-fonts.ts';
import { renamed } from '../../scripts/vite/rename-font.ts';

describe('A unicode-range', () => {
  it('joins neighbours', () => {
    expect(rangeOf([0x20, 0x21, 0x22, 0x41, 0xac00, 0xac01])).toBe('U+20-22,U+41,U+ac00-ac01');
  });

  it('is empty without characters', () => {
    expect(rangeOf([])).toBe('');
  });
});

describe('A renamed font', () => {
  it('has the new name as its family and full name, in its old length', () => {
    expect(namesIn(renamed(fontWith(names), 'Statescope Sans'))).toEqual([
      'by Pretendard’s author',
      'StatescopeSans    ',
      'StatescopeSans        ',
      'Version 1',
    ]);
  });

  it('keeps its size and everything outside of the names', () => {
    const font = fontWith(names);
    const changed = renamed(font, 'Statescope Sans');
    expect(changed.length).toBe(font.length);
    expect(changed.subarray(0, TABLE_START)).toEqual(font.subarray(0, TABLE_START));
  });

  it('is refused without a table of names', () => {
    expect(() => renamed(Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'Statescope Sans')).toThrow(
      'The font has no name table.',
    );
  });
});

/** By ID: copyright, family, full name, version. */
const names = [
  [0, 'by Pretendard’s author'],
  [1, 'Pretendard Variabl'],
  [4, 'Pretendard Variable XX'],
  [5, 'Version 1'],
] as const;

const TABLE_START = 28;
const RECORDS_START = TABLE_START + 6;

/** The smallest file with a table of names: Windows, two bytes for a character. */
function fontWith(entries: readonly (readonly [number, string])[]): Buffer {
  const texts = entries.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const header = Buffer.alloc(TABLE_START);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(1, 4);
  header.write('name', 12, 'latin1');
  header.writeUInt32BE(TABLE_START, 20);
  const table = Buffer.alloc(6 + 12 * entries.length);
  table.writeUInt16BE(entries.length, 2);
  table.writeUInt16BE(table.length, 4);
  let offset = 0;
  for (const [index, [id]] of entries.entries()) {
    const length = texts[index]?.length ?? 0;
    const record = 6 + 12 * index;
    table.writeUInt16BE(3, record);
    table.writeUInt16BE(1, record + 2);
    table.writeUInt16BE(0x409, record + 4);
    table.writeUInt16BE(id, record + 6);
    table.writeUInt16BE(length, record + 8);
    table.writeUInt16BE(offset, record + 10);
    offset += length;
  }
  return Buffer.concat([header, table, ...texts]);
}

function namesIn(font: Buffer): string[] {
  const count = font.readUInt16BE(TABLE_START + 2);
  const texts = TABLE_START + font.readUInt16BE(TABLE_START + 4);
  return Array.from({ length: count }, (_, index) => {
    const record = RECORDS_START + 12 * index;
    const start = texts + font.readUInt16BE(record + 10);
    return Buffer.from(font.subarray(start, start + font.readUInt16BE(record + 8)))
      .swap16()
      .toString('utf16le');
  });
}
