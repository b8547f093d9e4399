/**
 * Quantiles of any number of values in constant memory: a histogram with logarithmic buckets, as in HdrHistogram.
 * Count, sum, minimum and maximum are exact; a quantile is within 1/256 of itself.
 */

/** A bucket is identified by the seven bits after a value's leading one, so values of up to eight bits are exact. */
const SIGNIFICANT_BITS = 8;
const LINEAR = 1 << SIGNIFICANT_BITS;
/** From there on, each power of two is divided into this many buckets of equal width. */
const PER_DOUBLING = LINEAR / 2;
/** Integers are exact below 2^53. */
const VALUE_BITS = 53;
const BUCKETS = LINEAR + (VALUE_BITS - SIGNIFICANT_BITS) * PER_DOUBLING;

const WORD_BITS = 32;
const WORD = 2 ** WORD_BITS;
/** Shift that brings the largest values into 32 bits, and leaves all shifted values with far more than eight bits. */
const COARSE_BITS = VALUE_BITS - WORD_BITS;
const COARSE = 2 ** COARSE_BITS;

export class QuantileSketch {
  readonly #buckets = new Float64Array(BUCKETS);
  #count = 0;
  #sum = 0;
  #min = Number.MAX_SAFE_INTEGER;
  #max = 0;

  /**
   * @param value An integer, 0 or more. The sum is exact below 2^53.
   * @param times How often to add it.
   */
  add(value: number, times = 1): void {
    if (times === 0) return;
    const bucket = bucketOf(value);
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + times;
    this.#count += times;
    this.#sum += value * times;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  /** Adds all values of another sketch. */
  merge(other: QuantileSketch): void {
    other.#buckets.forEach((count, bucket) => {
      this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + count;
    });
    this.#count += other.#count;
    this.#sum += other.#sum;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }

  get count(): number {
    return this.#count;
  }

  get sum(): number {
    return this.#sum;
  }

  /** Null without values, as for all statistics here. */
  get mean(): number | null {
    return this.#count === 0 ? null : this.#sum / this.#count;
  }

  get min(): number | null {
    return this.#count === 0 ? null : this.#min;
  }

  get max(): number | null {
    return this.#count === 0 ? null : this.#max;
  }

  /**
   * Nearest-rank quantile: approximately the smallest value that at least this share of values doesn't exceed.
   *
   * @param share From 0 to 1; 0.5 for the median.
   */
  quantile(share: number): number | null {
    if (this.#count === 0) return null;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let below = 0;
    const bucket = this.#buckets.findIndex((count) => {
      below += count;
      return below >= rank;
    });
    return Math.min(Math.max(middleOf(bucket), this.#min), this.#max);
  }
}

function bucketOf(value: number): number {
  const isLarge = value >= WORD;
  const word = isLarge ? Math.floor(value / COARSE) : value;
  const shift = Math.max(0, WORD_BITS - Math.clz32(word) - SIGNIFICANT_BITS);
  const doublings = isLarge ? shift + COARSE_BITS : shift;
  return doublings * PER_DOUBLING + (word >>> shift);
}

/** The integer in the middle of a bucket, at most half its width from any of its values. */
function middleOf(bucket: number): number {
  if (bucket < LINEAR) return bucket;
  const doublings = Math.floor(bucket / PER_DOUBLING) - 1;
  let middle = bucket - doublings * PER_DOUBLING + 0.5;
  for (let doubling = 0; doubling < doublings; doubling += 1) middle *= 2;
  return middle;
}
