/** The queue of things still to happen, in order of virtual time; what is due at the same instant leaves in the order it came. */
import FlatQueue from 'flatqueue';

/**
 * The heap under this queue has no order among equal keys, so the key holds both the time and a sequence
 * number: `(atUs - baseUs) * 2^18 + sequence`, exact in a double's 53 bits. When either part is used up, all
 * entries get new keys; at one renewal in 262,144 pushes its cost vanishes.
 */
const SEQUENCE_LIMIT = 2 ** 18;
/** How far ahead of the base an entry may lie: 2^35 µs, nine and a half hours. */
const HORIZON_US = 2 ** 35;

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
   * @throws RangeError when `atUs` is over nine hours ahead, or more than 262,143 entries are waiting.
   */
  push(entry: Entry, atUs: number): void {
    if (this.#sequence === SEQUENCE_LIMIT || atUs - this.#baseUs >= HORIZON_US) this.#renewKeys(atUs);
    this.#heap.push(entry, (atUs - this.#baseUs) * SEQUENCE_LIMIT + this.#sequence);
    this.#sequence += 1;
  }

  /** The earliest entry, or undefined when nothing is left; `nowUs` moves to its time. */
  pop(): Entry | undefined {
    const key = this.#heap.peekValue();
    if (key === undefined) return undefined;
    this.#nowUs = this.#baseUs + Math.floor(key / SEQUENCE_LIMIT);
    return this.#heap.pop();
  }

  #renewKeys(nextUs: number): void {
    const waiting: { entry: Entry; atUs: number }[] = [];
    const resumeUs = this.#nowUs;
    while (this.#heap.length > 0) {
      const entry = this.pop() as Entry;
      waiting.push({ entry, atUs: this.#nowUs });
    }
    this.#nowUs = resumeUs;
    this.#baseUs = resumeUs;
    if (waiting.length >= SEQUENCE_LIMIT - 1 || nextUs - resumeUs >= HORIZON_US) {
      throw new RangeError(`The event queue holds ${waiting.length} entries and was asked for ${nextUs} µs.`);
    }
    waiting.forEach(({ entry, atUs }, sequence) => {
      this.#heap.push(entry, (atUs - this.#baseUs) * SEQUENCE_LIMIT + sequence);
    });
    this.#sequence = waiting.length;
  }
}
