/**
 * An immutable list with structural sharing: a changed copy shares almost everything with the original. A radix tree
 * with 32 branches, like Clojure's vectors: a list of a million items has four levels.
 */
const BITS = 5;
const MASK = (1 << BITS) - 1;

type Tree<Item> =
  | { readonly kind: 'leaf'; readonly items: readonly Item[] }
  | { readonly kind: 'branch'; readonly trees: readonly Tree<Item>[] };

export class PersistentList<Item> {
  readonly length: number;
  private readonly root: Tree<Item>;
  /** Number of index bits that the levels below the root consume. */
  private readonly bits: number;

  private constructor(root: Tree<Item>, bits: number, length: number) {
    this.root = root;
    this.bits = bits;
    this.length = length;
  }

  static of<Item>(items: Iterable<Item> = []): PersistentList<Item> {
    let list = new PersistentList<Item>({ kind: 'leaf', items: [] }, 0, 0);
    for (const item of items) list = list.with(list.length, item);
    return list;
  }

  /** @param place Index from 0; the list's length appends. */
  with(place: number, item: Item): PersistentList<Item> {
    const length = Math.max(this.length, place + 1);
    if (place >> (this.bits + BITS) === 0) {
      return new PersistentList(replaced(this.root, this.bits, place, item), this.bits, length);
    }
    const bits = this.bits + BITS;
    const root: Tree<Item> = { kind: 'branch', trees: [this.root] };
    return new PersistentList(replaced(root, bits, place, item), bits, length);
  }

  get(place: number): Item | undefined {
    let tree = this.root;
    for (let bits = this.bits; tree.kind === 'branch'; bits -= BITS) {
      const next: Tree<Item> | undefined = tree.trees[place >> bits];
      if (next === undefined) return undefined;
      tree = next;
      place &= (1 << bits) - 1;
    }
    return tree.items[place];
  }

  [Symbol.iterator](): Generator<Item> {
    return itemsOf(this.root);
  }
}

function replaced<Item>(tree: Tree<Item> | undefined, bits: number, place: number, item: Item): Tree<Item> {
  const here = (place >> bits) & MASK;
  if (bits === 0) {
    const items = tree?.kind === 'leaf' ? [...tree.items] : [];
    items[here] = item;
    return { kind: 'leaf', items };
  }
  const trees = tree?.kind === 'branch' ? [...tree.trees] : [];
  trees[here] = replaced(trees[here], bits - BITS, place, item);
  return { kind: 'branch', trees };
}

function* itemsOf<Item>(tree: Tree<Item>): Generator<Item> {
  if (tree.kind === 'leaf') yield* tree.items;
  else for (const each of tree.trees) yield* itemsOf(each);
}
