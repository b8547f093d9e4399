/** Seeded random numbers: one stream a purpose, so that a draw made in one place never shifts the draws of another. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface RandomStream {
  /** A whole number from `min` to `max`, both included, all equally likely. */
  integer(min: number, max: number): number;
}

/** @param purpose Names the stream: the same seed and purpose give the same numbers on every machine. */
export function randomStream(seed: number, purpose: string): RandomStream {
  const generator = xoroshiro128plus(hash(seed, purpose));
  return { integer: (min, max) => uniformInt(generator, min, max) };
}

/** FNV-1a over the purpose's UTF-16 units, begun from the seed. */
function hash(seed: number, purpose: string): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < purpose.length; index += 1) {
    value = Math.imul(value ^ purpose.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}
