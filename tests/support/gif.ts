/** Reads a GIF's size and frame delays (GIF89a). */

export interface Gif {
  readonly width: number;
  readonly height: number;
  /** Per frame, in milliseconds. */
  readonly delaysMs: readonly number[];
}

const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** @throws When the file isn't a GIF or is truncated. */
export function readGif(file: Buffer): Gif {
  if (file.subarray(0, 6).toString('latin1') !== 'GIF89a') throw new Error('Not a GIF file.');
  const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1));
  const afterBlocks = (from: number) => {
    let at = from;
    while (file.readUInt8(at) !== 0) at += file.readUInt8(at) + 1;
    return at + 1;
  };
  const delaysMs: number[] = [];
  let delayMs = 0;
  let at = 13 + tableBytes(file.readUInt8(10));
  while (file.readUInt8(at) !== TRAILER) {
    if (file.readUInt8(at) === EXTENSION) {
      if (file.readUInt8(at + 1) === GRAPHIC_CONTROL) delayMs = 10 * file.readUInt16LE(at + 4);
      at = afterBlocks(at + 2);
    } else if (file.readUInt8(at) === IMAGE) {
      delaysMs.push(delayMs);
      at = afterBlocks(at + 10 + tableBytes(file.readUInt8(at + 9)) + 1);
    } else throw new Error(`Unknown GIF block ${file.readUInt8(at)}.`);
  }
  return { width: file.readUInt16LE(6), height: file.readUInt16LE(8), delaysMs };
}
