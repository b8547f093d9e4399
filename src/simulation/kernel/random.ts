/** Seeded random numbers, one stream per purpose: a draw from one stream never shifts the draws of another. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

export interface RandomStream {
  /** A uniform integer from `min` to `max`, both inclusive. */
  integer(min: number, max: number): number;
}

/** @param purpose Name of the stream. Equal seed and purpose give equal numbers on every machine. */
export function randomStream(seed: number, purpose: string): RandomStream {
  return new SeededStream(seed, purpose);
}

/** Lazy: most streams of a large cluster are never drawn from, so the generator is created at the first draw. */
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
    // Like `uniformInt`, without the remainder of doubles, which engines compute in a slow function.
    const limit = Math.floor(WORD / size) * size;
    let drawn = generator.next() + WORD / 2;
    while (drawn >= limit) drawn = generator.next() + WORD / 2;
    return min + drawn - Math.floor(drawn / size) * size;
  }
}

/** Number of values per draw: the generator returns signed 32-bit integers. */
const WORD = 2 ** 32;

/** FNV-1a over UTF-16 code units, with the seed as offset basis; a signed 32-bit integer. */
function hash(seed: number, text: string): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}

/** Unsigned 32-bit hash of a text. MurmurHash3's finalizer spreads small differences over all bits. */
export function hashOf(text: string): number {
  let value = hash(0, text);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
