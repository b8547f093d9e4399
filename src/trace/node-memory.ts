/** A node's memory at one moment, in insertion order. Immutable. */
import { bytesInMemory, isConnectionState, isUserState, type MemoryItem } from '../simulation/memory.ts';
import { PersistentList } from './persistent-list.ts';

export interface Remembered {
  readonly key: string;
  readonly item: MemoryItem;
  /** Written to disk, so it survives a crash. */
  readonly durable: boolean;
}

interface Weight {
  readonly userBytes: number;
  readonly connectionBytes: number;
}

const nothing: Weight = { userBytes: 0, connectionBytes: 0 };

export class NodeMemory {
  readonly size: number;
  /** Bytes of user state. */
  readonly userBytes: number;
  /** Bytes of connection state. */
  readonly connectionBytes: number;
  /** Removed entries leave gaps. */
  private readonly places: PersistentList<Remembered | null>;

  constructor(places: PersistentList<Remembered | null>, size: number, weight: Weight) {
    this.places = places;
    this.size = size;
    this.userBytes = weight.userBytes;
    this.connectionBytes = weight.connectionBytes;
  }

  static of(items: readonly Remembered[]): NodeMemory {
    return new NodeMemory(PersistentList.of(items), items.length, weightOf(items));
  }

  *[Symbol.iterator](): Generator<Remembered> {
    for (const each of this.places) if (each !== null) yield each;
  }

  /** The first `count` entries. */
  first(count: number): readonly Remembered[] {
    const found: Remembered[] = [];
    if (count <= 0) return found;
    for (const each of this) if (found.push(each) >= count) break;
    return found;
  }
}

export const emptyMemory = NodeMemory.of([]);

/** Tracks one node's memory and returns snapshots of it. The cost of a change doesn't depend on the memory's size. */
export class NodeMemoryTracker {
  #places = PersistentList.of<Remembered | null>();
  readonly #placeByKey = new Map<string, number>();
  #weight: Weight = nothing;

  get memory(): NodeMemory {
    return new NodeMemory(this.#places, this.#placeByKey.size, this.#weight);
  }

  /** @returns The replaced entry. */
  put(remembered: Remembered): Remembered | undefined {
    const { key } = remembered;
    const place = this.#placeByKey.get(key);
    const before = place === undefined ? undefined : (this.#places.get(place) ?? undefined);
    this.#places = this.#places.with(place ?? this.#places.length, remembered);
    if (place === undefined) this.#placeByKey.set(key, this.#places.length - 1);
    this.#weigh(remembered, 1);
    if (before !== undefined) this.#weigh(before, -1);
    return before;
  }

  take(key: string): Remembered | undefined {
    const place = this.#placeByKey.get(key);
    const before = place === undefined ? undefined : (this.#places.get(place) ?? undefined);
    if (place === undefined || before === undefined) return undefined;
    this.#placeByKey.delete(key);
    this.#places = this.#places.with(place, null);
    this.#weigh(before, -1);
    // Compact, so that a node that keeps adding and removing entries doesn't accumulate gaps.
    if (this.#places.length > 2 * this.#placeByKey.size + GAPS_MAX) this.#refill([...this.memory]);
    return before;
  }

  /** Removes and returns all entries that `isTaken` selects. */
  takeAll(isTaken: (remembered: Remembered) => boolean): readonly Remembered[] {
    const all = [...this.memory];
    this.#refill(all.filter((each) => !isTaken(each)));
    return all.filter(isTaken);
  }

  #refill(items: readonly Remembered[]): void {
    this.#places = PersistentList.of(items);
    this.#placeByKey.clear();
    items.forEach(({ key }, place) => {
      this.#placeByKey.set(key, place);
    });
    this.#weight = weightOf(items);
  }

  #weigh(remembered: Remembered, sign: 1 | -1): void {
    this.#weight = plus(this.#weight, remembered, sign);
  }
}

const GAPS_MAX = 32;

function weightOf(items: readonly Remembered[]): Weight {
  return items.reduce((sum, each) => plus(sum, each, 1), nothing);
}

/** Returns the same object when the entry has no counted bytes. */
function plus(weight: Weight, { item }: Remembered, sign: 1 | -1): Weight {
  if (isUserState(item)) return { ...weight, userBytes: weight.userBytes + sign * bytesInMemory(item) };
  if (!isConnectionState(item)) return weight;
  return { ...weight, connectionBytes: weight.connectionBytes + sign * bytesInMemory(item) };
}
