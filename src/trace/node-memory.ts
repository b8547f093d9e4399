/** What a node remembers at one moment, in the order in which it was first remembered. A memory never changes. */
import { bytesInMemory, isConnectionState, isUserState, type MemoryItem } from '../simulation/memory.ts';
import { PersistentList } from './persistent-list.ts';

export interface Remembered {
  readonly key: string;
  readonly item: MemoryItem;
  /** Written to disk: a crash does not take it. */
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
  /** Bytes of what is known of connections. */
  readonly connectionBytes: number;
  /** What was taken away leaves a gap. */
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

  /** The first so many. */
  first(count: number): readonly Remembered[] {
    const found: Remembered[] = [];
    if (count <= 0) return found;
    for (const each of this) if (found.push(each) >= count) break;
    return found;
  }
}

export const emptyMemory = NodeMemory.of([]);

/** Follows one node's memory and hands out the memory as it stands: what a change costs does not depend on its size. */
export class NodeMemoryTracker {
  #places = PersistentList.of<Remembered | null>();
  readonly #placeByKey = new Map<string, number>();
  #weight: Weight = nothing;

  get memory(): NodeMemory {
    return new NodeMemory(this.#places, this.#placeByKey.size, this.#weight);
  }

  /** @returns What stood there before. */
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
    // Whoever remembers and forgets all the time would leave nothing but gaps.
    if (this.#places.length > 2 * this.#placeByKey.size + GAPS_MAX) this.#refill([...this.memory]);
    return before;
  }

  /** Takes everything that `isTaken` picks. */
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

/** The same object where it weighs nothing that is counted. */
function plus(weight: Weight, { item }: Remembered, sign: 1 | -1): Weight {
  if (isUserState(item)) return { ...weight, userBytes: weight.userBytes + sign * bytesInMemory(item) };
  if (!isConnectionState(item)) return weight;
  return { ...weight, connectionBytes: weight.connectionBytes + sign * bytesInMemory(item) };
}
