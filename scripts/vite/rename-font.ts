/** Renames a font inside its file, in the `name` table of OpenType. */

/** https://learn.microsoft.com/typography/opentype/spec/name */
const HEADER_BYTES = 12;
const TABLE_RECORD_BYTES = 16;
const NAME_HEADER_BYTES = 6;
const NAME_RECORD_BYTES = 12;
/** Family, unique ID, full name, PostScript name, typographic family, PostScript prefix of variations. */
const FAMILY_NAMES: ReadonlySet<number> = new Set([1, 3, 4, 6, 16, 25]);

/**
 * Other names, such as the copyright and the licence, stay. A name is cut or filled with spaces to its present length, so
 * that no offset changes.
 *
 * @param font An uncompressed font.
 */
export function renamed(font: Uint8Array, name: string): Buffer {
  const bytes = Buffer.from(font);
  const tables = bytes.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = HEADER_BYTES + index * TABLE_RECORD_BYTES;
    if (bytes.toString('latin1', record, record + 4) === 'name') {
      renameIn(bytes, bytes.readUInt32BE(record + 8), name);
      return bytes;
    }
  }
  throw new Error('The font has no name table.');
}

function renameIn(bytes: Buffer, table: number, name: string): void {
  const records = bytes.readUInt16BE(table + 2);
  const texts = table + bytes.readUInt16BE(table + 4);
  for (let index = 0; index < records; index += 1) {
    const record = table + NAME_HEADER_BYTES + index * NAME_RECORD_BYTES;
    if (!FAMILY_NAMES.has(bytes.readUInt16BE(record + 6))) continue;
    // Windows and Unicode platforms have two bytes for a character; only the old Macintosh platform has one.
    const isWide = bytes.readUInt16BE(record) !== 1;
    const length = bytes.readUInt16BE(record + 8);
    const start = texts + bytes.readUInt16BE(record + 10);
    const characters = isWide ? length / 2 : length;
    const text = name.replaceAll(' ', '').slice(0, characters).padEnd(characters);
    for (const [place, character] of [...text].entries()) {
      const code = character.charCodeAt(0);
      if (isWide) bytes.writeUInt16BE(code, start + 2 * place);
      else bytes.writeUInt8(code, start + place);
    }
  }
}
