/** The queue of things still to happen, in order of virtual time; what is due at the same instant leaves in the order it came. */
import FlatQueue from 'flatqueue';

/**
 * The heap under this queue has no order among equal keys, so the key holds the time, whether the entry waits for
 * all others of its instant, and a sequence number: `((atUs - baseUs) * 2 + isLast) * 2^18 + sequence`, exact in a
 * double's 53 bits. When a part is used up, all entries get new keys; at one renewal in 262,144 pushes its cost
 * vanishes.
 */
const SEQUENCE_LIMIT = 2 ** 18;
/** How far ahead of the base an entry may lie: 2^34 µs, four and three quarter hours. */
const HORIZON_US = 2 ** 34;

export class EventQueue<Entry> {
  readonly #heap = new FlatQueue<Entry>();
  #baseUs = 0;
  #sequence = 0;
  #nowUs = 0;

  get length(): number {
    return this.#heap.length;
  }

  /** The time of the entry that was last popped, in virtual microseconds. */
  get nowUs(): number {
    return this.#nowUs;
  }

  /**
   * @param atUs Integer virtual microseconds, not before `nowUs`.
   * @throws RangeError when `atUs` is over four hours ahead, or more than 262,142 entries are waiting.
   */
  push(entry: Entry, atUs: number): void {
    this.#push(entry, atUs, 0);
  }

  /** As `push`, but the entry leaves after all that is due at its instant, even what is pushed later. */
  pushLast(entry: Entry, atUs: number): void {
    this.#push(entry, atUs, 1);
  }

  #push(entry: Entry, atUs: number, isLast: 0 | 1): void {
    if (this.#sequence === SEQUENCE_LIMIT || atUs - this.#baseUs >= HORIZON_US) this.#renewKeys(atUs);
    this.#heap.push(entry, ((atUs - this.#baseUs) * 2 + isLast) * SEQUENCE_LIMIT + this.#sequence);
    this.#sequence += 1;
  }

  /** The earliest entry, or undefined when nothing is left; `nowUs` moves to its time. */
  pop(): Entry | undefined {
    const key = this.#heap.peekValue();
    if (key === undefined) return undefined;
    this.#nowUs = this.#baseUs + Math.floor(key / (2 * SEQUENCE_LIMIT));
    return this.#heap.pop();
  }

  #renewKeys(nextUs: number): void {
    const { length } = this.#heap;
    if (length >= SEQUENCE_LIMIT - 1 || nextUs - this.#nowUs >= HORIZON_US) {
      throw new RangeError(`The event queue holds ${length} entries and was asked for ${nextUs} µs.`);
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
