/** Priority queue of pending events by virtual time; first in, first out at the same instant. */
import FlatQueue from 'flatqueue';

/**
 * flatqueue isn't stable for equal keys, so the key encodes time, whether the entry goes last in its instant, and a
 * sequence number: `((atUs - baseUs) * 2 + isLast) * 2^18 + sequence`, exact in a double's 53 bits. When sequence
 * numbers or time run out, all entries get new keys; once per 262,144 pushes, the amortised cost is negligible.
 */
const SEQUENCE_LIMIT = 2 ** 18;
/** How far ahead of the base an entry can lie: 2^34 µs, about 4.75 hours. */
const HORIZON_US = 2 ** 34;

export class EventQueue<Entry> {
  readonly #heap = new FlatQueue<Entry>();
  #baseUs = 0;
  #sequence = 0;
  #nowUs = 0;

  get length(): number {
    return this.#heap.length;
  }

  /** Time of the last popped entry, in virtual microseconds. */
  get nowUs(): number {
    return this.#nowUs;
  }

  /**
   * @param atUs Integer virtual microseconds, at least `nowUs`.
   * @throws RangeError when `atUs` is over four hours ahead, or more than 262,142 entries are pending.
   */
  push(entry: Entry, atUs: number): void {
    this.#push(entry, atUs, 0);
  }

  /** Like `push`, but the entry leaves after everything due at its instant, even entries pushed later. */
  pushLast(entry: Entry, atUs: number): void {
    this.#push(entry, atUs, 1);
  }

  #push(entry: Entry, atUs: number, isLast: 0 | 1): void {
    if (this.#sequence === SEQUENCE_LIMIT || atUs - this.#baseUs >= HORIZON_US) this.#renewKeys(atUs);
    this.#heap.push(entry, ((atUs - this.#baseUs) * 2 + isLast) * SEQUENCE_LIMIT + this.#sequence);
    this.#sequence += 1;
  }

  /** Removes the earliest entry and advances `nowUs` to its time. Undefined when the queue is empty. */
  pop(): Entry | undefined {
    const key = this.#heap.peekValue();
    if (key === undefined) return undefined;
    this.#nowUs = this.#baseUs + Math.floor(key / (2 * SEQUENCE_LIMIT));
    return this.#heap.pop();
  }

  #renewKeys(nextUs: number): void {
    const { length } = this.#heap;
    if (length >= SEQUENCE_LIMIT - 1 || nextUs - this.#nowUs >= HORIZON_US) {
      throw new RangeError(`Event queue overflow: ${length} entries pending, ${nextUs} µs requested.`);
    }
    const waiting: { entry: Entry; slot: number }[] = [];
    for (let key = this.#heap.peekValue(); key !== undefined; key = this.#heap.peekValue()) {
      waiting.push({ entry: this.#heap.pop() as Entry, slot: Math.floor(key / SEQUENCE_LIMIT) });
    }
    const elapsed = (this.#nowUs - this.#baseUs) * 2;
    this.#baseUs = this.#nowUs;
    waiting.forEach(({ entry, slot }, sequence) => {
      this.#heap.push(entry, (slot - elapsed) * SEQUENCE_LIMIT + sequence);
    });
    this.#sequence = waiting.length;
  }
}
