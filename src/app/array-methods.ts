/**
 * Methods of arrays that Chrome has from 110 on, and that the oldest supported one, 109, lacks. Imported for its effect,
 * before all code that calls them.
 */
const missing = {
  toReversed<Item>(this: readonly Item[]): Item[] {
    return [...this].reverse();
  },
  toSorted<Item>(this: readonly Item[], compare?: (one: Item, other: Item) => number): Item[] {
    return [...this].sort(compare);
  },
  toSpliced<Item>(
    this: readonly Item[],
    ...change: [start: number, count: number, ...items: Item[]]
  ): Item[] {
    const copy = [...this];
    copy.splice(...change);
    return copy;
  },
  with<Item>(this: readonly Item[], index: number, item: Item): Item[] {
    const from = index < 0 ? index + this.length : index;
    if (from < 0 || from >= this.length) throw new RangeError(`Index ${index} is outside of the array.`);
    const copy = [...this];
    copy[from] = item;
    return copy;
  },
};

for (const [name, value] of Object.entries(missing)) {
  if (name in Array.prototype) continue;
  Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
}

export {};
