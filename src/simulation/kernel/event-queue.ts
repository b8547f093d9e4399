/** Priority queue of pending events by virtual time; first in, first out at the same instant. */
import FlatQueue from 'flatqueue';

/**
 * flatqueue isn't stable for equal keys, so the key encodes time, whether the entry goes last in its instant, and a
 * sequence number: `((atUs - baseUs) * 2 + isLast) * 2^18 + sequence`, exact in a double's 53 bits. When sequence
 * numbers or time run out, all entries get new keys; once per 262,144 pushes, the amortised cost is negligible.
 */
const SEQUENCE_LIMIT = 2 ** 18;
/** How far ahead of the base an entry with a key can lie: 2^34 µs, about 4.75 hours. Later entries wait without one. */
const HORIZON_US = 2 ** 34;

/** An entry beyond the horizon. */
interface FarEntry<Entry> {
  readonly entry: Entry;
  readonly atUs: number;
  readonly isLast: 0 | 1;
}

export class EventQueue<Entry> {
  readonly #heap = new FlatQueue<Entry>();
  /** In the order of their pushes. All of them are later than every entry of the heap. */
  #far: FarEntry<Entry>[] = [];
  #baseUs = 0;
  #sequence = 0;
  #nowUs = 0;

  get length(): number {
    return this.#heap.length + this.#far.length;
  }

  /** Time of the last popped entry, in virtual microseconds. */
  get nowUs(): number {
    return this.#nowUs;
  }

  /** Time of the entry that leaves next, in virtual microseconds; infinity when the queue is empty. */
  get nextUs(): number {
    const key = this.#heap.peekValue();
    return key === undefined ? earliestOf(this.#far) : this.#timeOf(key);
  }

  /**
   * @param atUs Integer virtual microseconds, at least `nowUs`.
   * @throws RangeError when `atUs` isn't a safe integer, or more than 262,142 entries are pending.
   */
  push(entry: Entry, atUs: number): void {
    this.#push(entry, atUs, 0);
  }

  /** Like `push`, but the entry leaves after everything due at its instant, even entries pushed later. */
  pushLast(entry: Entry, atUs: number): void {
    this.#push(entry, atUs, 1);
  }

  #push(entry: Entry, atUs: number, isLast: 0 | 1): void {
    if (this.#sequence === SEQUENCE_LIMIT) this.#renewKeys(this.#nowUs);
    if (atUs - this.#baseUs >= HORIZON_US && !this.#reaches(atUs)) {
      this.#far.push({ entry, atUs, isLast });
      return;
    }
    this.#pushNear(entry, atUs, isLast);
  }

  /** Whether the entry can have a key once all keys are relative to the present. */
  #reaches(atUs: number): boolean {
    if (!Number.isSafeInteger(atUs)) throw new RangeError(`Event queue overflow: ${atUs} µs requested.`);
    if (atUs - this.#nowUs >= HORIZON_US) return false;
    this.#renewKeys(this.#nowUs);
    return true;
  }

  #pushNear(entry: Entry, atUs: number, isLast: 0 | 1): void {
    this.#heap.push(entry, ((atUs - this.#baseUs) * 2 + isLast) * SEQUENCE_LIMIT + this.#sequence);
    this.#sequence += 1;
  }

  /** Removes the earliest entry and advances `nowUs` to its time. Undefined when the queue is empty. */
  pop(): Entry | undefined {
    if (this.#heap.length === 0 && this.#far.length > 0) {
      this.#renewKeys(earliestOf(this.#far));
    }
    const key = this.#heap.peekValue();
    if (key === undefined) return undefined;
    this.#nowUs = this.#timeOf(key);
    return this.#heap.pop();
  }

  #timeOf(key: number): number {
    return this.#baseUs + Math.floor(key / (2 * SEQUENCE_LIMIT));
  }

  /** @param baseUs No entry of the heap is earlier. */
  #renewKeys(baseUs: number): void {
    if (this.length >= SEQUENCE_LIMIT - 1) {
      throw new RangeError(`Event queue overflow: ${this.length} entries pending.`);
    }
    const waiting: { entry: Entry; slot: number }[] = [];
    for (let key = this.#heap.peekValue(); key !== undefined; key = this.#heap.peekValue()) {
      waiting.push({ entry: this.#heap.pop() as Entry, slot: Math.floor(key / SEQUENCE_LIMIT) });
    }
    const elapsed = (baseUs - this.#baseUs) * 2;
    this.#baseUs = baseUs;
    waiting.forEach(({ entry, slot }, sequence) => {
      this.#heap.push(entry, (slot - elapsed) * SEQUENCE_LIMIT + sequence);
    });
    this.#sequence = waiting.length;
    const far = this.#far;
    this.#far = far.filter(({ atUs }) => atUs - baseUs >= HORIZON_US);
    if (this.#far.length === far.length) return;
    for (const { entry, atUs, isLast } of far) {
      if (atUs - baseUs < HORIZON_US) this.#pushNear(entry, atUs, isLast);
    }
  }
}

function earliestOf(entries: readonly FarEntry<unknown>[]): number {
  return entries.reduce((least, { atUs }) => Math.min(least, atUs), Number.POSITIVE_INFINITY);
}
