/**
 * Compact JSON for links. Repeated strings and field names are interned and referenced by index, so a second command
 * takes hardly more space than its new values. Common words are interned from the start.
 */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** First byte of a value. Within a range, the offset is a count or an index. */
const tags = {
  word: { from: 0x00, count: 0xa0 },
  smallInteger: { from: 0xa0, count: 0x20 },
  knownShape: { from: 0xc0, count: 0x10 },
  array: { from: 0xd0, count: 0x10 },
  string: { from: 0xe0, count: 0x10 },
  null: 0xf0,
  false: 0xf1,
  true: 0xf2,
  integer: 0xf3,
  negativeInteger: 0xf4,
  float: 0xf5,
  newShape: 0xf6,
  longString: 0xf7,
  longArray: 0xf8,
  laterWord: 0xf9,
  laterShape: 0xfa,
} as const;

type Range = (typeof tags)[keyof typeof tags] & object;

/** Maximum nesting of values. */
export const DEPTH_MAX = 64;
/** Bound on the unpacked size, because few bytes can expand to much. Each use of a string counts. */
const EXPANDED_CHARACTERS_MAX = 8_000_000;

/** @param words Interned words that the reader has as well, in the same order. */
export function pack(value: Json, words: readonly string[]): Uint8Array {
  return new Packer(words).bytesOf(value);
}

/** @throws When `pack` can't have made these bytes with these words. */
export function unpack(bytes: Uint8Array, words: readonly string[]): Json {
  return new Unpacker(bytes, words).whole();
}

class Packer {
  readonly #bytes: number[] = [];
  readonly #words: Map<string, number>;
  readonly #shapes = new Map<string, number>();

  constructor(words: readonly string[]) {
    this.#words = new Map(words.map((word, index) => [word, index]));
  }

  bytesOf(value: Json): Uint8Array {
    this.#put(value);
    return Uint8Array.from(this.#bytes);
  }

  #put(value: Json): void {
    if (value === null) this.#bytes.push(tags.null);
    else if (typeof value === 'boolean') this.#bytes.push(value ? tags.true : tags.false);
    else if (typeof value === 'number') this.#putNumber(value);
    else if (typeof value === 'string') this.#putString(value);
    else if (Array.isArray(value)) {
      this.#putCount(tags.array, tags.longArray, value.length);
      for (const each of value) this.#put(each);
    } else this.#putObject(Object.entries(value));
  }

  #putNumber(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      const float = new DataView(new ArrayBuffer(8));
      float.setFloat64(0, value);
      this.#bytes.push(tags.float, ...new Uint8Array(float.buffer));
    } else if (value < 0) {
      this.#bytes.push(tags.negativeInteger);
      this.#putVarint(-value);
    } else this.#putCount(tags.smallInteger, tags.integer, value);
  }

  #putString(value: string): void {
    const index = this.#words.get(value);
    if (index !== undefined) {
      this.#putCount(tags.word, tags.laterWord, index);
      return;
    }
    const utf8 = new TextEncoder().encode(value);
    this.#putCount(tags.string, tags.longString, utf8.length);
    for (const byte of utf8) this.#bytes.push(byte);
    this.#words.set(value, this.#words.size);
  }

  #putObject(fields: [string, Json | undefined][]): void {
    const said = fields.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
    const shape = JSON.stringify(said.map(({ name }) => name));
    const index = this.#shapes.get(shape);
    if (index === undefined) {
      this.#shapes.set(shape, this.#shapes.size);
      this.#bytes.push(tags.newShape);
      this.#putVarint(said.length);
      for (const { name } of said) this.#putString(name);
    } else this.#putCount(tags.knownShape, tags.laterShape, index);
    for (const { value } of said) this.#put(value);
  }

  /** In the first byte if it fits, otherwise in the following bytes. */
  #putCount({ from, count }: Range, beyond: number, value: number): void {
    if (value < count) this.#bytes.push(from + value);
    else {
      this.#bytes.push(beyond);
      this.#putVarint(value);
    }
  }

  /** Seven bits per byte, lowest first; the eighth bit marks that more follow. */
  #putVarint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
  }
}

class Unpacker {
  readonly #bytes: Uint8Array;
  readonly #words: string[];
  readonly #shapes: (readonly string[])[] = [];
  #at = 0;
  #expanded = 0;

  constructor(bytes: Uint8Array, words: readonly string[]) {
    this.#bytes = bytes;
    this.#words = [...words];
  }

  whole(): Json {
    const value = this.#value(0);
    if (this.#at !== this.#bytes.length) throw new Error('There is more than one value.');
    return value;
  }

  #value(depth: number): Json {
    if (depth > DEPTH_MAX) throw new Error('That is too deep.');
    const tag = this.#byte();
    const text = this.#stringOf(tag);
    if (text !== null) return text;
    if (isIn(tags.smallInteger, tag)) return tag - tags.smallInteger.from;
    if (isIn(tags.knownShape, tag)) return this.#object(this.#shapes[tag - tags.knownShape.from], depth);
    if (isIn(tags.array, tag)) return this.#array(tag - tags.array.from, depth);
    switch (tag) {
      case tags.null:
        return null;
      case tags.false:
        return false;
      case tags.true:
        return true;
      case tags.integer:
        return this.#varint();
      case tags.negativeInteger:
        return -this.#varint();
      case tags.float:
        return new DataView(this.#take(8).slice().buffer).getFloat64(0);
      case tags.newShape:
        return this.#object(this.#newShape(), depth);
      case tags.longArray:
        return this.#array(this.#varint(), depth);
      case tags.laterShape:
        return this.#object(this.#shapes[this.#varint()], depth);
      default:
        throw new Error(`There is no tag ${tag}.`);
    }
  }

  /** Null for a tag that isn't a string. */
  #stringOf(tag: number): string | null {
    if (isIn(tags.word, tag)) return this.#word(tag - tags.word.from);
    if (isIn(tags.string, tag)) return this.#newWord(tag - tags.string.from);
    if (tag === tags.laterWord) return this.#word(this.#varint());
    return tag === tags.longString ? this.#newWord(this.#varint()) : null;
  }

  #word(index: number): string {
    const word = this.#words[index];
    if (word === undefined) throw new Error(`There is no word ${index}.`);
    this.#expanded += word.length;
    if (this.#expanded > EXPANDED_CHARACTERS_MAX) throw new Error('That expands to too much.');
    return word;
  }

  #newWord(length: number): string {
    this.#words.push(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.#take(length)));
    return this.#word(this.#words.length - 1);
  }

  #newShape(): readonly string[] {
    const count = this.#varint();
    const names: string[] = [];
    while (names.length < count) {
      const name = this.#stringOf(this.#byte());
      if (name === null) throw new Error('A name is a string.');
      names.push(name);
    }
    this.#shapes.push(names);
    return names;
  }

  #object(names: readonly string[] | undefined, depth: number): Json {
    if (names === undefined) throw new Error('There is no such shape.');
    return Object.fromEntries(names.map((name) => [name, this.#value(depth + 1)]));
  }

  #array(length: number, depth: number): readonly Json[] {
    const values: Json[] = [];
    while (values.length < length) values.push(this.#value(depth + 1));
    return values;
  }

  #varint(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.#byte();
      value += (byte % 0x80) * unit;
      if (!Number.isSafeInteger(value)) throw new Error('That is no number of a link.');
      if (byte < 0x80) return value;
      unit *= 0x80;
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Error('It was cut off.');
    this.#at += 1;
    return byte;
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new Error('It was cut off.');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

function isIn({ from, count }: Range, tag: number): boolean {
  return tag >= from && tag < from + count;
}
