/**
 * A map from integers to short-lived values, such as requests that await a reply. The built-in Map leaks memory here:
 * each table that it outgrows keeps its successor alive until a full collection. Over a million requests that takes
 * more time than the simulation itself.
 */

/** A power of two, so that masking finds a slot. */
const INITIAL_CAPACITY = 16;
const EMPTY = -1;

/** Open addressing with linear probing (Knuth, The Art of Computer Programming 3, §6.4, algorithms L and R). */
export class NumberMap<Value> {
  #keys: number[] = new Array(INITIAL_CAPACITY).fill(EMPTY);
  #values: (Value | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: number): Value | undefined {
    return this.#values[this.#slotOf(key)];
  }

  /** @param key An integer, 0 or more. */
  set(key: number, value: Value): void {
    const slot = this.#slotOf(key);
    const isNew = this.#keys[slot] === EMPTY;
    this.#keys[slot] = key;
    this.#values[slot] = value;
    if (!isNew) return;
    this.#size += 1;
    // Load factor at most 1/2, so that a search ends after one or two probes.
    if (this.#size * 2 > this.#keys.length) this.#grow();
  }

  /** @returns Whether the key was present. */
  delete(key: number): boolean {
    const keys = this.#keys;
    const values = this.#values;
    const mask = keys.length - 1;
    let hole = this.#slotOf(key);
    if (keys[hole] === EMPTY) return false;
    // Backward-shift deletion: an entry that probed past the hole moves into it.
    for (let slot = (hole + 1) & mask; ; slot = (slot + 1) & mask) {
      const each = keys[slot] ?? EMPTY;
      if (each === EMPTY) break;
      const home = homeOf(each, mask);
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue;
      keys[hole] = each;
      values[hole] = values[slot];
      hole = slot;
    }
    keys[hole] = EMPTY;
    values[hole] = undefined;
    this.#size -= 1;
    return true;
  }

  /** All keys, ascending. */
  keys(): number[] {
    return this.#keys.filter((key) => key !== EMPTY).sort((one, other) => one - other);
  }

  /** The slot that holds this key, or would hold it. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = homeOf(key, mask);
    while (keys[slot] !== key && keys[slot] !== EMPTY) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    const capacity = keys.length * 2;
    this.#keys = new Array(capacity).fill(EMPTY);
    this.#values = new Array(capacity).fill(undefined);
    keys.forEach((key, slot) => {
      if (key === EMPTY) return;
      const moved = this.#slotOf(key);
      this.#keys[moved] = key;
      this.#values[moved] = values[slot];
    });
  }
}

/** Fibonacci hashing spreads neighbouring numbers: multiply by 2^32 over the golden ratio (Knuth, ibid.). */
function homeOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
}
