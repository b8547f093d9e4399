/** Seeded random numbers: one stream a purpose, so that a draw made in one place never shifts the draws of another. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

export interface RandomStream {
  /** A whole number from `min` to `max`, both included, all equally likely. */
  integer(min: number, max: number): number;
}

/** @param purpose Names the stream: the same seed and purpose give the same numbers on every machine. */
export function randomStream(seed: number, purpose: string): RandomStream {
  return new SeededStream(seed, purpose);
}

/** Most streams of a large cluster are never drawn from: each is made ready at its first draw. */
class SeededStream implements RandomStream {
  readonly #seed: number;
  readonly #purpose: string;
  #generator: RandomGenerator | undefined;

  constructor(seed: number, purpose: string) {
    this.#seed = seed;
    this.#purpose = purpose;
  }

  integer(min: number, max: number): number {
    this.#generator ??= xoroshiro128plus(hash(this.#seed, this.#purpose));
    const generator = this.#generator;
    const size = max - min + 1;
    if (size > WORD) return uniformInt(generator, min, max);
    // As `uniformInt` does it, but without a remainder of doubles, for which engines call a slow function.
    const limit = Math.floor(WORD / size) * size;
    let drawn = generator.next() + WORD / 2;
    while (drawn >= limit) drawn = generator.next() + WORD / 2;
    return min + drawn - Math.floor(drawn / size) * size;
  }
}

/** What the generator gives at a time: 32 bits, signed. */
const WORD = 2 ** 32;

/** FNV-1a over a text's UTF-16 units, begun from the seed; 32 bits, signed. */
function hash(seed: number, text: string): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}

/** A text's hash, 32 bits, not negative; texts that differ in little have hashes that differ in much (MurmurHash3's last step). */
export function hashOf(text: string): number {
  let value = hash(0, text);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
