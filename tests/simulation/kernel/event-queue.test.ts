import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../../src/simulation/kernel/event-queue.ts';

const HORIZON_US = 2 ** 34;
const SEQUENCE_LIMIT = 2 ** 18;

/** The simplest possible queue: a sorted array, with new entries behind equal ones. */
class SortedArray {
  readonly #waiting: { entry: number; atUs: number; isLast: boolean }[] = [];
  nowUs = 0;

  get length(): number {
    return this.#waiting.length;
  }

  push(entry: number, atUs: number, isLast: boolean): void {
    const later = this.#waiting.findIndex((each) => {
      return each.atUs > atUs || (each.atUs === atUs && each.isLast && !isLast);
    });
    this.#waiting.splice(later < 0 ? this.#waiting.length : later, 0, { entry, atUs, isLast });
  }

  pop(): number | undefined {
    const first = this.#waiting.shift();
    if (first !== undefined) this.nowUs = first.atUs;
    return first?.entry;
  }
}

/** Keeps a queue and its model in step. */
class Pair {
  readonly queue = new EventQueue<number>();
  readonly model = new SortedArray();
  #pushed = 0;

  /** Both return whether queue and model agree afterwards: half a million calls of `expect` take a minute. */
  push(delayUs: number, isLast = false): boolean {
    const atUs = this.model.nowUs + delayUs;
    if (isLast) this.queue.pushLast(this.#pushed, atUs);
    else this.queue.push(this.#pushed, atUs);
    this.model.push(this.#pushed, atUs, isLast);
    this.#pushed += 1;
    return this.#agree();
  }

  pop(): boolean {
    return this.queue.pop() === this.model.pop() && this.#agree();
  }

  #agree(): boolean {
    return this.queue.nowUs === this.model.nowUs && this.queue.length === this.model.length;
  }
}

/** A queue where one entry leaves and another enters repeatedly, with the delays of the cycle in turn. */
function staysInStep(cycle: readonly number[], pushes: number): boolean {
  const pair = new Pair();
  for (const delayUs of cycle) pair.push(delayUs);
  for (let pushed = 0; pushed < pushes; pushed += 1) {
    if (!pair.pop() || !pair.push(cycle[pushed % cycle.length] ?? 0, pushed % 5 === 0)) return false;
  }
  while (pair.model.length > 0) if (!pair.pop()) return false;
  return true;
}

function filled(entries: number): EventQueue<number> {
  const queue = new EventQueue<number>();
  for (let entry = 0; entry < entries; entry += 1) queue.push(entry, 0);
  return queue;
}

describe('the event queue', () => {
  it('is empty at first, and its clock stays when no entry is left', () => {
    const queue = new EventQueue<string>();
    expect([queue.length, queue.nowUs, queue.pop()]).toEqual([0, 0, undefined]);
    queue.push('only', 7);
    expect([queue.length, queue.pop(), queue.pop(), queue.nowUs]).toEqual([1, 'only', undefined, 7]);
  });

  it('dequeues entries of the same instant in the order they came', () => {
    const queue = new EventQueue<string>();
    for (const entry of ['a', 'b', 'c', 'd', 'e']) queue.push(entry, 10);
    queue.push('before', 9);
    expect(Array.from({ length: 6 }, () => queue.pop())).toEqual(['before', 'a', 'b', 'c', 'd', 'e']);
  });

  it('dequeues entries marked as last after all others of their instant, even later ones', () => {
    const queue = new EventQueue<string>();
    queue.pushLast('last', 10);
    queue.pushLast('very last', 10);
    queue.push('first', 10);
    queue.push('after them', 11);
    expect(queue.pop()).toBe('first');
    queue.push('came at that instant', queue.nowUs);
    expect(Array.from({ length: 4 }, () => queue.pop())).toEqual([
      'came at that instant',
      'last',
      'very last',
      'after them',
    ]);
  });

  it('behaves as a sorted array does', () => {
    const delay = fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 0, max: HORIZON_US - 1 }),
      fc.integer({ min: 0, max: 1_000 * HORIZON_US }),
      fc.constantFrom(HORIZON_US - 1, HORIZON_US, HORIZON_US + 1, 3 * HORIZON_US),
    );
    const push = fc.record({ delayUs: delay, isLast: fc.boolean() });
    const step = fc.oneof(push, fc.constant('pop' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const pair = new Pair();
        for (const each of steps) {
          expect(each === 'pop' ? pair.pop() : pair.push(each.delayUs, each.isLast)).toBe(true);
        }
        while (pair.model.length > 0) expect(pair.pop()).toBe(true);
      }),
    );
  });

  it('keeps that order over more pushes than it has keys for', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(delays, (cycle) => staysInStep(cycle, 2 * SEQUENCE_LIMIT + 1_000)),
      { numRuns: 2 },
    );
  });

  it('keeps that order over many times its horizon', () => {
    const delay = fc.oneof(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: HORIZON_US - 1 }),
      fc.integer({ min: HORIZON_US - 2, max: 3 * HORIZON_US }),
    );
    const delays = fc.array(delay, { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(delays, (cycle) => staysInStep(cycle, 5_000)),
      { numRuns: 20 },
    );
  });

  it('counts exactly to the microsecond after thousands of hours', () => {
    const queue = new EventQueue<number>();
    for (let hop = 1; hop <= 1_000; hop += 1) {
      const atUs = hop * (HORIZON_US - 1);
      queue.push(hop, atUs);
      expect([queue.pop(), queue.nowUs]).toEqual([hop, atUs]);
    }
  });

  it('keeps entries beyond its horizon, in order, and counts them', () => {
    const queue = new EventQueue<string>();
    queue.push('soon', 1_000);
    queue.push('in 30 days', 30 * 86_400_000_000);
    queue.pushLast('last in 30 days', 30 * 86_400_000_000);
    queue.push('in 14 days', 14 * 86_400_000_000);
    queue.push('also in 30 days', 30 * 86_400_000_000);
    expect(queue.length).toBe(5);
    expect(Array.from({ length: 6 }, () => queue.pop())).toEqual([
      'soon',
      'in 14 days',
      'in 30 days',
      'also in 30 days',
      'last in 30 days',
      undefined,
    ]);
    expect(queue.nowUs).toBe(30 * 86_400_000_000);
  });

  it('throws a RangeError for a time that a number cannot count exactly, and loses nothing', () => {
    const queue = new EventQueue<string>();
    queue.push('soon', 1_000);
    expect(() => queue.push('too late', Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect([queue.length, queue.pop()]).toEqual([1, 'soon']);
  });

  it('throws a RangeError when more entries wait than it has keys for', () => {
    expect(() => filled(SEQUENCE_LIMIT).push(0, 0)).toThrow(RangeError);
  });

  it('never runs out of keys as long as entries leave', () => {
    const queue = filled(SEQUENCE_LIMIT - 10);
    for (let left = 0; left < 10; left += 1) queue.pop();
    for (let entry = 0; entry < 20; entry += 1) queue.push(SEQUENCE_LIMIT + entry, 0);
    expect([queue.length, queue.pop()]).toEqual([SEQUENCE_LIMIT, 10]);
  });

  it('tells when the next entry leaves, also where entries are hours away, and that none does', () => {
    const anyAtUs = fc.oneof(fc.nat({ max: 1_000 }), fc.integer({ min: 0, max: 2 ** 40 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAtUs, fc.boolean())), (entries) => {
        const queue = new EventQueue<number>();
        for (const [atUs, isLast] of entries) {
          if (isLast) queue.pushLast(atUs, atUs);
          else queue.push(atUs, atUs);
        }
        while (queue.length > 0) {
          const toldUs = queue.nextUs;
          expect(queue.pop()).toBe(toldUs);
        }
        expect(queue.nextUs).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });
});
